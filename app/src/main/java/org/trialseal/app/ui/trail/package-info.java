/**
 * The proof as a picture: from a record up to the block, hop by hop. The picture is laid out as a value first, and then
 * shown, saved or printed.
 */
@NullMarked
package org.trialseal.app.ui.trail;

import org.jspecify.annotations.NullMarked;
