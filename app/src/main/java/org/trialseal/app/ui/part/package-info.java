/** Small parts that screens are built of: icons, badges, headers, drop areas. They know the theme's style classes and no feature. */
@NullMarked
package org.trialseal.app.ui.part;

import org.jspecify.annotations.NullMarked;
