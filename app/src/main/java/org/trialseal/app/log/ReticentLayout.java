package org.trialseal.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;

/**
 * One line an event, with the type and frames of an exception and of its causes. An exception's message is left out,
 * since it may quote a data file.
 */
final class ReticentLayout extends LayoutBase<ILoggingEvent> {
    /** Causes in a chain that are written; a cause may be its own. */
    private static final int MAX_CAUSES = 8;

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder text = new StringBuilder(160);
        text.append(event.getInstant()).append(' ').append(event.getLevel()).append(' ');
        text.append(event.getLoggerName()).append(": ").append(event.getFormattedMessage());
        text.append('\n');
        IThrowableProxy thrown = event.getThrowableProxy();
        for (int depth = 0; thrown != null && depth < MAX_CAUSES; depth++) {
            append(text, thrown);
            thrown = thrown.getCause();
        }
        return text.toString();
    }

    private static void append(StringBuilder text, IThrowableProxy thrown) {
        text.append("  ").append(thrown.getClassName()).append('\n');
        for (StackTraceElementProxy frame : thrown.getStackTraceElementProxyArray()) {
            text.append("    ").append(frame.getSTEAsString()).append('\n');
        }
    }
}
