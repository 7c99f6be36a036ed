/** What the tests of the program share. */
@NullMarked
package org.trialseal.app.testing;

import org.jspecify.annotations.NullMarked;
