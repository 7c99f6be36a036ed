/**
 * Other people's programs, for the tests of the profile {@code peers}: how to find, start and stop them. Everything listens
 * on the loopback interface only, and ends with the tests.
 */
@NullMarked
package org.trialseal.core.testing.peers;

import org.jspecify.annotations.NullMarked;
