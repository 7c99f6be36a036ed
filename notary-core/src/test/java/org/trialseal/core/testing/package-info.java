/** What tests of several packages share: where the shared data lie, and which seed a generator uses. */
@NullMarked
package org.trialseal.core.testing;

import org.jspecify.annotations.NullMarked;
