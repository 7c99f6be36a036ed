/** Saves certificates for any feature. It uses the small parts, jobs, files and notices, and no feature. */
@NullMarked
package org.trialseal.app.ui.paper;

import org.jspecify.annotations.NullMarked;
