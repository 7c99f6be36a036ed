/** Tests of the proof package against packages made by the words of docs/proof-format.md. */
@NullMarked
package org.trialseal.core.proof;

import org.jspecify.annotations.NullMarked;
