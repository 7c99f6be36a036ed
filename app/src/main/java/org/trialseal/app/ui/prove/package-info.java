/** Making a proof package: choosing whom and what it shows, seeing exactly that before it is written, saving it. */
@NullMarked
package org.trialseal.app.ui.prove;

import org.jspecify.annotations.NullMarked;
