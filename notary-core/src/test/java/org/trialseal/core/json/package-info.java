/** Tests of canonical JSON, against public vectors among others. */
@NullMarked
package org.trialseal.core.json;

import org.jspecify.annotations.NullMarked;
