/**
 * The command line: one class a command, exit codes, and what is printed. It may use notary-core, the importers and
 * picocli, and knows nothing of the desktop.
 */
@NullMarked
package org.trialseal.app.cli;

import org.jspecify.annotations.NullMarked;
