/** What this computer keeps: studies, the timeline of their seals, and how far each is anchored. */
@NullMarked
package org.trialseal.app.ui.studies;

import org.jspecify.annotations.NullMarked;
