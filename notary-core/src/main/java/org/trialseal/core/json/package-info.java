/**
 * Canonical JSON (RFC 8785) as far as the product's own files need it: objects, arrays, strings and integers from 0 to
 * 2^53 - 1. Reading accepts the canonical form only, so that a text and its value determine each other.
 */
@NullMarked
package org.trialseal.core.json;

import org.jspecify.annotations.NullMarked;
