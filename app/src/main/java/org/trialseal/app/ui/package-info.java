/**
 * The desktop: its start and its composition root, which makes every service and hands it on. It may use everything in the
 * packages below it; nothing uses it.
 */
@NullMarked
package org.trialseal.app.ui;

import org.jspecify.annotations.NullMarked;
