/**
 * From the bytes of a proof package to a verdict, offline: one small class for each check of docs/proof-format.md, and
 * reports that are values. Reads what it is given, once, as a stream; opens no file and no socket, asks no clock. May
 * use the packages below it and no other service.
 */
@NullMarked
package org.trialseal.core.verify;

import org.jspecify.annotations.NullMarked;
