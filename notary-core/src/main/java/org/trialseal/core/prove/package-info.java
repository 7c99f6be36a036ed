/**
 * Makes proof packages: chooses what is shown, takes the values from the data, checks every one of them against the
 * evidence, and writes what opens them and nothing else.
 */
@NullMarked
package org.trialseal.core.prove;

import org.jspecify.annotations.NullMarked;
