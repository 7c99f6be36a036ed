package org.trialseal.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Sets logback up when the first logger is asked for; logback finds it through ServiceLoader. Only TrialSeal's own
 * classes write, to {@code trialseal.log} and one older file of at most a megabyte each. Where the folder cannot be
 * written, there is no log, and nothing is said about it.
 */
public final class FileLog extends ContextAwareBase implements Configurator {
    private static final long MAX_FILE_BYTES = 1L << 20;

    private final Path folder;

    /** The log of this process. */
    public FileLog() {
        this(LogFolder.ofThisProcess());
    }

    /**
     * A log elsewhere.
     *
     * @param folder where the files are written; made when it does not exist
     */
    FileLog(Path folder) {
        this.folder = folder;
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getStatusManager().add(new NopStatusListener());
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        ch.qos.logback.classic.Logger own = context.getLogger("org.trialseal");
        own.setLevel(Level.INFO);
        own.addAppender(appender(context));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private RollingFileAppender<ILoggingEvent> appender(LoggerContext context) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(folder.resolve("trialseal.log").toString());
        appender.setEncoder(encoder(context));
        appender.setTriggeringPolicy(whenFull(context));
        appender.setRollingPolicy(oneOlderFile(context, appender));
        appender.start();
        return appender;
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context) {
        ReticentLayout layout = new ReticentLayout();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        return encoder;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> whenFull(LoggerContext context) {
        SizeBasedTriggeringPolicy<ILoggingEvent> policy = new SizeBasedTriggeringPolicy<>();
        policy.setContext(context);
        policy.setMaxFileSize(new FileSize(MAX_FILE_BYTES));
        policy.start();
        return policy;
    }

    private FixedWindowRollingPolicy oneOlderFile(LoggerContext context, RollingFileAppender<ILoggingEvent> appender) {
        FixedWindowRollingPolicy policy = new FixedWindowRollingPolicy();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(folder.resolve("trialseal.%i.log").toString());
        policy.setMinIndex(1);
        policy.setMaxIndex(1);
        policy.start();
        return policy;
    }
}
