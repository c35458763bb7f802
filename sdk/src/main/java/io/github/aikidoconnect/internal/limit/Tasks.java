package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one run. Closing interrupts all running tasks, so that no task outlives its run. */
public final class Tasks implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(2);

    private static final AtomicInteger THREADS = new AtomicInteger();

    private final ExecutorService pool;

    private Tasks(ExecutorService pool) {
        this.pool = pool;
    }

    /** Starts every task at once, for a few calls that do not depend on each other. */
    public static Tasks unbounded() {
        // Like a cached pool of the JDK, whose idle threads stay for a minute.
        return new Tasks(new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), Tasks::thread));
    }

    /** Runs at most the given number of tasks at once, in the order in which they are started. */
    public static Tasks atMost(int threads) {
        return new Tasks(Executors.newFixedThreadPool(threads, Tasks::thread));
    }

    /** Starts a task. */
    public <T> Future<T> start(Callable<T> task) {
        return pool.submit(task);
    }

    /**
     * Waits for a task.
     *
     * @throws RuntimeException if the task threw one
     * @throws InterruptedException if this thread, or the task's, was interrupted
     */
    public static <T> T join(Future<T> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * Interrupts all running tasks and waits until they have ended, because the report contains what they did.
     *
     * @param longest the longest wait
     * @return whether all tasks have ended
     */
    public boolean end(Duration longest) throws InterruptedException {
        pool.shutdownNow();
        return pool.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "aikido-connect-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
