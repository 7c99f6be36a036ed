/** The first screen: explains itself, shows the three doors and offers the sample trial. */
@NullMarked
package org.trialseal.app.ui.home;

import org.jspecify.annotations.NullMarked;
