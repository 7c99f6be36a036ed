/**
 * What the sealing side keeps: evidence folders (statement, entries, trees, fingerprints, encrypted openings) and the
 * study store (subject secrets, openings of file digests), and how a seal comes to be on disk, whole or not at all.
 */
@NullMarked
package org.trialseal.core.evidence;

import org.jspecify.annotations.NullMarked;
