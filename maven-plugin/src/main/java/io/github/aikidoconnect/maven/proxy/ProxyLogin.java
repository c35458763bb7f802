package io.github.aikidoconnect.maven.proxy;

import io.github.aikidoconnect.Transport.ProxyAuthenticationException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The username and password of a proxy, which one call tries before the others use them. Calls that run in parallel
 * would otherwise send a wrong password several times, which can lock an account that all builds of a company use.
 */
final class ProxyLogin {

    private final ReentrantLock trying = new ReentrantLock();
    private volatile boolean accepted;
    private volatile @Nullable ProxyAuthenticationException refusal;

    /** An attempt to use the username and password; closed when the proxy has answered. */
    @FunctionalInterface
    interface Attempt extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits until this call may use the username and password.
     *
     * @throws ProxyAuthenticationException if the proxy has refused them
     */
    Attempt begin() throws ProxyAuthenticationException, InterruptedException {
        if (!accepted) {
            trying.lockInterruptibly();
        }
        ProxyAuthenticationException known = refusal;
        if (known != null) {
            unlock();
            throw known;
        }
        if (accepted) {
            unlock();
            return () -> {};
        }
        return this::unlock;
    }

    /** Records that the proxy let a call through. */
    void accept() {
        accepted = true;
    }

    /** Records that the proxy refused the username and password. */
    void refuse(ProxyAuthenticationException why) {
        refusal = why;
    }

    private void unlock() {
        if (trying.isHeldByCurrentThread()) {
            trying.unlock();
        }
    }
}
