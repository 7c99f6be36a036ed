/**
 * What the program does for either of its faces: settings, inputs, anchoring, and other steps around the core that are
 * neither a screen nor a command. It may use notary-core and the importers, and neither the command line nor the desktop.
 */
@NullMarked
package org.trialseal.app.work;

import org.jspecify.annotations.NullMarked;
