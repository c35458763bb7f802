package io.github.aikidoconnect.maven;

import java.net.http.HttpClient;

/**
 * Reads the trusted certificates of the JVM while the goal reads its parameters: a quarter of the processor time of a short
 * run, and every call needs them.
 */
final class WarmUp {

    private WarmUp() {}

    /** Begins in another thread, which does not delay the end of the build. */
    static void begin() {
        Thread thread = new Thread(WarmUp::readCertificates, "aikido-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static void readCertificates() {
        try {
            HttpClient.newHttpClient();
        } catch (RuntimeException | Error invalidTrustStore) {
            // The first call fails with the same reason, and the run reports it.
        }
    }
}
