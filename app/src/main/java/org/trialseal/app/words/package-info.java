/** The words of both faces in each language, from resource bundles. It uses nothing else of the program. */
@NullMarked
package org.trialseal.app.words;

import org.jspecify.annotations.NullMarked;
