/**
 * The network: what the ports of {@code anchor} and {@code bitcoin} need from other computers. The only package, with
 * those below it, that opens sockets. Whatever comes back is bounded in size and time, and trusted by nobody.
 */
@NullMarked
package org.trialseal.core.remote;

import org.jspecify.annotations.NullMarked;
