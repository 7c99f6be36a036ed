/** Pictures of every screen, for people to look at. */
@NullMarked
package org.trialseal.app.ui.pictures;

import org.jspecify.annotations.NullMarked;
