/** Tests of the verify package against packages made by the words of docs/proof-format.md. */
@NullMarked
package org.trialseal.core.verify;

import org.jspecify.annotations.NullMarked;
