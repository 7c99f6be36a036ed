/**
 * The practice network: a chain with an easy proof of work and two calendars inside the program, for demos, training and
 * tests. The calendars speak the real protocol over HTTP on the loopback interface only; chain and promises are kept in
 * a folder, so that a later process finds them again. Nothing from here is ever evidence.
 */
@NullMarked
package org.trialseal.core.remote.practice;

import org.jspecify.annotations.NullMarked;
