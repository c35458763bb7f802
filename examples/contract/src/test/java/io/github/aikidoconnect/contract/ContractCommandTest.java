package io.github.aikidoconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of a recorded run with the documents, as a user starts it. */
class ContractCommandTest {

    private static final String WORKSPACE = "https://app.aikido.dev/api/public/v1/workspace";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void listsAnUnknownMemberAMissingOneAnotherTypeAndAnUndocumentedStatus() throws Exception {
        int status = run(har(
                entry(WORKSPACE, 200, "{\"id\":1,\"name\":\"Shop\",\"novelty\":true}"),
                entry(WORKSPACE, 200, "{\"name\":\"Shop\"}"),
                entry(WORKSPACE, 200, "{\"id\":\"1\",\"name\":\"Shop\"}"),
                entry(WORKSPACE, 418, "{}")));

        assertThat(status).isEqualTo(1);
        assertThat(printed())
                .contains("GET /aikido/api/public/v1/workspace -> 200")
                .contains("novelty")
                .contains("missing required properties ([\"id\"")
                .contains("Instance type (string) does not match")
                .contains("Response status 418 not defined")
                .contains("4 exchanges compared");
    }

    @Test
    void countsADeviationOnce() throws Exception {
        run(har(entry(WORKSPACE, 418, "{}"), entry(WORKSPACE, 418, "{}")));

        assertThat(printed()).contains("(2 times)", " 1 deviation,");
    }

    @Test
    void namesCallsToOtherAddressesWithoutTheirQuery() throws Exception {
        int status = run(har(entry("https://proxy.example/login?token=secret", 200, "{}")));

        assertThat(status).isEqualTo(1);
        assertThat(printed())
                .contains("https://proxy.example/login\n    belongs to neither service")
                .doesNotContain("secret");
    }

    @Test
    void countsCallsWithoutAnAnswerAsNoDeviation() throws Exception {
        int status = run(har(entry(WORKSPACE, 0, "")));

        assertThat(status).isZero();
        assertThat(printed()).contains("0 exchanges compared, 0 deviations, 1 call without a response");
    }

    @Test
    void explainsItselfWhereTheArgumentsOrTheFileCannotBeUsed() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "no JSON");
        Path other = Files.writeString(folder.resolve("other"), "{}");
        for (List<String> arguments : List.of(
                List.<String>of(),
                List.of("--nonsense"),
                List.of("a", "b"),
                List.of(folder.resolve("missing").toString()),
                List.of(text.toString()),
                List.of(other.toString()))) {
            printed.reset();
            assertThat(ContractCommand.run(arguments, stream(), stream())).isEqualTo(2);
            assertThat(printed()).contains("Usage: java -jar");
        }
    }

    private int run(String har) throws Exception {
        Path file = Files.writeString(folder.resolve("trace.har"), har);
        return ContractCommand.run(List.of(file.toString()), stream(), stream());
    }

    private PrintStream stream() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String har(String... entries) {
        return "{\"log\":{\"version\":\"1.2\",\"entries\":[" + String.join(",", entries) + "]}}";
    }

    private static String entry(String url, int status, String body) {
        return """
                {"request":{"method":"GET","url":"%s","headers":[{"name":"Authorization","value":"Bearer ******"}]},
                "response":{"status":%d,"headers":[{"name":"Content-Type","value":"application/json"}],
                "content":{"text":"%s"}}}""".formatted(url, status, body.replace("\"", "\\\""));
    }
}
