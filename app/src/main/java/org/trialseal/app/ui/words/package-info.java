/**
 * The words of the desktop in each language: one resource bundle a feature, and one for the codes of the core and of the
 * importers. It uses nothing of the desktop.
 */
@NullMarked
package org.trialseal.app.ui.words;

import org.jspecify.annotations.NullMarked;
