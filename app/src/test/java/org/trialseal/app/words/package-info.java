/** Tests of the words that both faces share. */
@NullMarked
package org.trialseal.app.words;

import org.jspecify.annotations.NullMarked;
