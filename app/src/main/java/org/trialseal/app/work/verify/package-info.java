/** A package or a timestamp examined without any network, for a face to show. */
@NullMarked
package org.trialseal.app.work.verify;

import org.jspecify.annotations.NullMarked;
