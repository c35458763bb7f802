package io.github.aikidoconnect.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.limit.Limiter;
import io.github.aikidoconnect.internal.limit.Time;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No server makes this program read until its memory ends. */
class BoundedBodyTest {

    private static final int MEGABYTE = 1 << 20;

    /** A terabyte in megabytes: more than any test waits for. */
    private static final String TERABYTE = "1048576";

    private final AtomicLong written = new AtomicLong();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            long size =
                    MEGABYTE * Long.parseLong(exchange.getRequestURI().getPath().substring(1));
            // Zero: the size is not stated, and the body is sent in chunks.
            exchange.sendResponseHeaders(200, exchange.getRequestURI().getQuery() == null ? size : 0);
            try (OutputStream body = exchange.getResponseBody()) {
                byte[] block = new byte[MEGABYTE];
                for (long left = size; left > 0; left -= MEGABYTE) {
                    body.write(block);
                    written.addAndGet(MEGABYTE);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    static Stream<Transport> transports() {
        return Stream.of(new AzdTransport(), JdkTransport.create());
    }

    @ParameterizedTest
    @MethodSource("transports")
    void refusesAnAnswerThatStatesTooManyBytes(Transport transport) {
        assertThatThrownBy(() -> send(transport, TERABYTE))
                .isInstanceOf(HttpFailure.class)
                .hasMessageContaining("too large");
        // Only what is on its way in buffers, of each of the four calls.
        assertThat(written.get()).isLessThan(BoundedBody.LIMIT);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void closesTheConnectionWhenAnAnswerBecomesTooLarge(Transport transport) {
        assertThatThrownBy(() -> send(transport, TERABYTE + "?chunked"))
                .isInstanceOf(HttpFailure.class)
                .hasMessageContaining("too large");
        // Of each of the four calls, with what is on its way in buffers.
        assertThat(written.get()).isLessThan(4 * 2L * BoundedBody.LIMIT);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void readsALargeAnswer(Transport transport) throws InterruptedException {
        assertThat(send(transport, "30").bytes()).hasSize(30 * MEGABYTE);
        assertThat(send(transport, "30?chunked").bytes()).hasSize(30 * MEGABYTE);
    }

    private HttpAnswer send(Transport transport, String megabytes) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + megabytes);
        HttpCaller caller = new HttpCaller(
                transport,
                Limiter.OPEN,
                new HttpCaller.Policy(Duration.ofMinutes(1), answer -> false, pause -> {}),
                Time.SYSTEM);
        return caller.send(new HttpCall("GET", uri, new Credentials.None(), null, null));
    }
}
