/** Tests of the hashed and signed bytes, against a slow transcription of docs/proof-format.md and fixed values. */
@NullMarked
package org.trialseal.core.seal;

import org.jspecify.annotations.NullMarked;
