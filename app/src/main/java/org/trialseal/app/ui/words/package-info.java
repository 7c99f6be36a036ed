/** The words of the desktop in each language, from one resource bundle a feature. It uses nothing of the desktop. */
@NullMarked
package org.trialseal.app.ui.words;

import org.jspecify.annotations.NullMarked;
