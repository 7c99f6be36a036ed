/** The program's entry point. It hands over to the command line or the desktop and holds nothing else. */
@NullMarked
package org.trialseal.app;

import org.jspecify.annotations.NullMarked;
