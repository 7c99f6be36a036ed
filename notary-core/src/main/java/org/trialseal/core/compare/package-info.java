/**
 * Compares a later copy of the data with a seal: which records were added, removed, changed or moved, and which fields
 * changed. Fingerprints only name the place; full leaf hashes decide. May use everything of the core below it, and no
 * network.
 */
@NullMarked
package org.trialseal.core.compare;

import org.jspecify.annotations.NullMarked;
