/** What a data file is understood to be before it is sealed: the importer and its settings, what a Define or a data dictionary adds, and plans that a person may change. */
@NullMarked
package org.trialseal.app.work.input;

import org.jspecify.annotations.NullMarked;
