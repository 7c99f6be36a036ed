/**
 * Anchoring in time: what a calendar and a source of block headers must offer, stamping several digests in one blinded
 * submission to calendars of different operators, upgrading what is pending, when to ask again, and the block headers
 * known on this computer, fetched and checked. Decides what of another computer's answers counts; never trusts one. Uses
 * {@code digest}, {@code ots}, {@code bitcoin} and, to keep the anchors of a folder, {@code evidence}; opens no socket
 * itself.
 */
@NullMarked
package org.trialseal.core.anchor;

import org.jspecify.annotations.NullMarked;
