package io.github.aikidoconnect.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.contract.Jvm;
import io.github.aikidoconnect.internal.limit.FastTime;
import io.github.aikidoconnect.internal.run.InjectedTime;
import io.github.aikidoconnect.testing.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that the name service does not know, in a Java whose name service knows none at all. */
class UnknownHostTest {

    @Test
    void saysThatTheNameServiceDoesNotKnowTheHosts(@TempDir Path folder) throws Exception {
        Path hosts = Files.createFile(folder.resolve("hosts"));
        Path output = folder.resolve("output");

        int status = Jvm.run(UnknownHostTest.class, List.of("-Djdk.net.hosts.file=" + hosts), output);

        String said = Files.readString(output);
        assertThat(status).as(said).isZero();
        assertThat(said)
                .contains("[NETWORK] azure.example was not found in DNS. Check the network")
                .contains("[NETWORK] aikido.example was not found in DNS. Check the network")
                .contains("ConnectRequest.azureUrl", "ConnectRequest.aikidoUrl");
    }

    /** Runs in the other Java. */
    public static void main(String[] none) {
        ConnectRequest request =
                Runs.shop("https://azure.example", "https://aikido.example").build();
        try (AikidoConnect aikido =
                InjectedTime.builder(new FastTime()).callFolder(null).build()) {
            aikido.check(request).problems().forEach(System.out::println);
        }
    }
}
