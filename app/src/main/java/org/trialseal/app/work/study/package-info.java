/** The studies of this computer: what each one keeps, sealing into one, and the sample trial. */
@NullMarked
package org.trialseal.app.work.study;

import org.jspecify.annotations.NullMarked;
