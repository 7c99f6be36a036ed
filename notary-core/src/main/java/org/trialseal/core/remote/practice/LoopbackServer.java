package org.trialseal.core.remote.practice;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A server of HTTP/1.0 exchanges on a free port of the loopback interface. A connection that is not through after some
 * seconds is closed, whatever its client does; so is one more than can wait.
 */
final class LoopbackServer implements AutoCloseable {
    private static final int BACKLOG = 16;
    private static final int WORKERS = 4;
    private static final int QUEUE = 64;
    /** Time that an exchange may take from its first byte to its last. */
    static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(5);

    private static final long PATIENCE_MILLIS = 1_000;

    private final ServerSocket server;
    private final HttpHandler handler;
    private final long longestMillis;
    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor watch;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;

    private LoopbackServer(ServerSocket server, String name, Duration longest, HttpHandler handler) {
        this.server = server;
        this.longestMillis = longest.toMillis();
        this.handler = handler;
        this.workers = new ThreadPoolExecutor(
                WORKERS, WORKERS, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), daemons(name));
        this.watch = new ScheduledThreadPoolExecutor(1, daemons(name + "-watch"));
        watch.setRemoveOnCancelPolicy(true);
        this.acceptor = daemons(name + "-accept").newThread(this::accept);
    }

    /** Starts a server whose threads bear this name, and whose exchanges take no longer than this. */
    static LoopbackServer start(String name, Duration longest, HttpHandler handler) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        LoopbackServer started = new LoopbackServer(socket, name, longest, handler);
        started.acceptor.start();
        return started;
    }

    static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Where it listens, e.g. {@code http://127.0.0.1:40123}. */
    String endpoint() {
        return "http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                dispatch(server.accept());
            } catch (IOException e) {
                // closed, or a connection that broke before it was taken
            }
        }
    }

    private void dispatch(Socket socket) {
        open.add(socket);
        try {
            workers.execute(() -> serve(socket));
        } catch (RejectedExecutionException e) {
            end(socket);
        }
    }

    private void serve(Socket socket) {
        try (HttpExchange exchange = new HttpExchange(socket, (int) longestMillis)) {
            Future<?> limit = watch.schedule(() -> end(socket), longestMillis, TimeUnit.MILLISECONDS);
            exchange.serve(handler);
            limit.cancel(false);
        } catch (IOException | RejectedExecutionException e) {
            // the client is gone or too slow, or the server is closing: nobody is left to tell
        } finally {
            end(socket);
        }
    }

    private void end(Closeable connection) {
        open.remove(connection);
        try {
            connection.close();
        } catch (IOException e) {
            // nothing more can be done to it
        }
    }

    /** Stops listening, breaks what is under way and waits a moment for the threads to end. */
    @Override
    public void close() {
        end(server);
        workers.shutdownNow();
        List.copyOf(open).forEach(this::end);
        end(workers);
        end(watch);
        try {
            acceptor.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives up what an executor has to do and waits a moment for its threads to end. */
    static void end(ExecutorService executor) {
        executor.shutdownNow();
        try {
            executor.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
