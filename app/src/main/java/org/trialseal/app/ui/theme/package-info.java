/** How the desktop looks: themes, style sheets and fonts. */
@NullMarked
package org.trialseal.app.ui.theme;

import org.jspecify.annotations.NullMarked;
