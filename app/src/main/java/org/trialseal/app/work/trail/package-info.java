/** The way from one record of a package up to the block, hop by hop, to be drawn. */
@NullMarked
package org.trialseal.app.work.trail;

import org.jspecify.annotations.NullMarked;
