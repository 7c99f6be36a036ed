/**
 * A synthetic study that the program carries with it, for the demo, training and tests: the same bytes on every
 * machine and every JDK. Nothing in it comes from a real person, site or product. Uses the JDK and the exception for
 * malformed input of {@code org.trialseal.core.digest}.
 */
@NullMarked
package org.trialseal.app.sample;

import org.jspecify.annotations.NullMarked;
