/** A sealed data set opened again, and packages that show a part of it. */
@NullMarked
package org.trialseal.app.work.prove;

import org.jspecify.annotations.NullMarked;
