package io.github.aikidoconnect.maven.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Transport.Request;
import io.github.aikidoconnect.contract.Jvm;
import io.github.aikidoconnect.simulator.Certificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apache HttpClient logs headers at debug level; a JVM of its own has everything logged, as {@code mvn -X} does. */
class QuietConnectionTest {

    private static final String TOKEN = "markedTokenThatNoLogMayShow";

    /** The program that runs in the JVM: one call with credentials. */
    static final class OneCall {

        private OneCall() {}

        public static void main(String[] folder) throws Exception {
            SSLContext tls = Target.tls(Certificate.create(Path.of(folder[0])));
            try (Target target = Target.https(tls);
                    ForwardProxy proxy = ForwardProxy.open();
                    ProxyTransport transport = new ProxyTransport(
                            new Proxies(List.of(new ProxyServer("http", "127.0.0.1", proxy.port(), null, null, null))),
                            tls)) {
                int status = transport
                        .send(new Request("GET", target.uri("/hello"), Map.of("Authorization", "Basic " + TOKEN), null))
                        .get()
                        .status();
                System.out.println("status " + status);
            }
        }
    }

    @Test
    void logsNoHeaderAtAnyLevel(@TempDir Path folder) throws Exception {
        Path files = Files.createDirectories(folder.resolve("certificate"));
        Path output = folder.resolve("output");

        int status = Jvm.run(
                OneCall.class, List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace"), output, files.toString());

        assertThat(status).as(Files.readString(output)).isZero();
        assertThat(output)
                .content()
                .contains("status 200")
                .as("Apache HttpClient logs, so that its headers would be seen")
                .contains("org.apache.hc.client5")
                .doesNotContain(TOKEN);
    }
}
