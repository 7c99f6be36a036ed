/**
 * A disk that fails on demand: a file system of java.nio over a real folder, so that whatever writes through paths can be made
 * to fail at each of its steps, without knowing it.
 */
@org.jspecify.annotations.NullMarked
package org.trialseal.core.testing.disk;
