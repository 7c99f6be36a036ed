/**
 * Where diagnostics go: a small file in the platform's state folder, never the console, and never with what data files
 * hold. It may use logback, which nothing else does; logging code sees slf4j only.
 */
@NullMarked
package org.trialseal.app.log;

import org.jspecify.annotations.NullMarked;
