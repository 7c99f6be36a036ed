/** Tests of certificates: what they say, as a reader of PDF sees it, and that nothing else gets into their bytes. */
@NullMarked
package org.trialseal.app.certificate;

import org.jspecify.annotations.NullMarked;
