package io.github.aikidoconnect.ending;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Closing meets a run at the moments that matter: while the run is being registered, and while it leaves. The threads of these
 * tests stop at these moments by themselves, so that no test depends on timing.
 */
class ClosingTest {

    private static final long LONGEST_SECONDS = 60;

    private final AikidoConnect aikido = AikidoConnect.create();

    /** A request in which everything is missing, so that its run calls nothing and ends by itself. */
    private static ConnectRequest empty(SettingNames names) {
        return ConnectRequest.builder().names(names).build();
    }

    /** Whatever registers a thread in a set or a map has to ask for its hash code first. */
    private static final class ClosesWhileItIsRegistered extends Thread {

        private final AikidoConnect aikido;
        private final AtomicBoolean armed = new AtomicBoolean();
        private final Thread closing;
        private final AtomicBoolean beganUninterrupted = new AtomicBoolean();

        ClosesWhileItIsRegistered(AikidoConnect aikido) {
            this.aikido = aikido;
            this.closing = new Thread(aikido::close);
        }

        @Override
        public void run() {
            armed.set(true);
            try {
                aikido.check(empty(setting -> {
                    awaitEnd(closing);
                    beganUninterrupted.set(!isInterrupted());
                    return setting.requestName();
                }));
            } catch (IllegalStateException closed) {
                // The run was refused, which is as good as interrupted.
            }
        }

        @Override
        public int hashCode() {
            if (armed != null && currentThread() == this && armed.compareAndSet(true, false)) {
                closing.start();
                awaitEndOrLock(closing);
            }
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    /** Lets the run leave before the interrupt arrives, unless the run has to wait for the closing. */
    private static final class LeavesWhileItIsInterrupted extends Thread {

        private final AikidoConnect aikido;
        private final CountDownLatch running = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private final AtomicBoolean left = new AtomicBoolean();
        private final AtomicBoolean interruptedAfterwards = new AtomicBoolean();

        LeavesWhileItIsInterrupted(AikidoConnect aikido) {
            this.aikido = aikido;
        }

        @Override
        public void run() {
            aikido.check(empty(setting -> {
                running.countDown();
                awaitUninterruptibly(mayEnd);
                return setting.requestName();
            }));
            left.set(true);
        }

        @Override
        public void interrupt() {
            if (currentThread() == this) {
                // The JDK sets the interrupt status again after it has read the file of a class.
                super.interrupt();
                return;
            }
            mayEnd.countDown();
            awaitEndOrLock(this);
            interruptedAfterwards.set(left.get());
            super.interrupt();
        }
    }

    @Test
    void noRunGoesOnThatBeginsWhileTheEntryIsClosed() throws Exception {
        ClosesWhileItIsRegistered thread = new ClosesWhileItIsRegistered(aikido);

        thread.start();
        join(thread);

        assertThat(thread.beganUninterrupted).isFalse();
    }

    @Test
    void noThreadIsInterruptedWhoseRunHasEnded() throws Exception {
        LeavesWhileItIsInterrupted thread = new LeavesWhileItIsInterrupted(aikido);
        thread.start();
        assertThat(thread.running.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();

        aikido.close();
        join(thread);

        assertThat(thread.left).isTrue();
        assertThat(thread.interruptedAfterwards).isFalse();
    }

    @Test
    void aRunInsideARunLeavesTheOuterOneRegistered() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread thread = new Thread(() -> aikido.check(empty(setting -> {
            aikido.check(empty(Setting::requestName));
            aikido.close();
            interrupted.set(Thread.currentThread().isInterrupted());
            throw new Stop();
        })));
        thread.setUncaughtExceptionHandler((ended, why) -> assertThat(why).isInstanceOf(Stop.class));

        thread.start();
        join(thread);

        assertThat(interrupted).isTrue();
    }

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void join(Thread thread) throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
        assertThat(thread.isAlive()).isFalse();
    }

    private static void awaitEndOrLock(Thread thread) {
        while (thread.getState() != Thread.State.TERMINATED && thread.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
    }

    private static void awaitEnd(Thread thread) {
        while (thread.isAlive()) {
            Thread.onSpinWait();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
