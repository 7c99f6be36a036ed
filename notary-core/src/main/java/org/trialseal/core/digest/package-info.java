/**
 * Bytes as values, SHA-256, and the checked exception for malformed input. Everything else may use this package; it
 * uses nothing but the JDK.
 */
@NullMarked
package org.trialseal.core.digest;

import org.jspecify.annotations.NullMarked;
