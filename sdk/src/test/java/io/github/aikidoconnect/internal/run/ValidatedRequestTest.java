package io.github.aikidoconnect.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.Region;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.ReportSchema;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a request is found before anything is called, all of it at once, in the user's own words. */
class ValidatedRequestTest {

    private static final SettingNames NAMES = setting -> "<" + setting + ">";

    static ConnectRequest.Builder complete() {
        return ConnectRequest.builder()
                .organization("contoso")
                .project("Shop Front")
                .azureToken(Secret.of("fakeToken"))
                .entraAccess(EntraAccess.of(Secret.of("fakeEntraToken")))
                .aikidoClient(Secret.of("fakeId"), Secret.of("fakeSecret"));
    }

    static ValidatedRequest judge(Goal goal, ConnectRequest.Builder request) {
        return ValidatedRequest.of(goal, request.build(), new ProblemTexts(NAMES));
    }

    static Problem problem(ConnectRequest.Builder request) {
        List<Problem> problems = judge(Goal.CONNECT, request).problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo(ProblemCode.CONFIGURATION);
        return problems.get(0);
    }

    @ParameterizedTest
    @EnumSource
    void hasNothingAgainstACompleteRequest(Goal goal) {
        ValidatedRequest target = judge(goal, complete());

        assertThat(target.problems()).isEmpty();
        assertThat(target.organization()).contains("contoso");
        assertThat(target.azureUrls().base()).isEqualTo("https://dev.azure.com");
        assertThat(target.aikidoUrl()).isEqualTo(Region.EU.url());
    }

    private record Mistake(String name, Setting setting, String says, UnaryOperator<ConnectRequest.Builder> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake(
                        "no organization", Setting.AZURE_ORGANIZATION, "was not specified", r -> r.organization(null)),
                new Mistake(
                        "blank organization",
                        Setting.AZURE_ORGANIZATION,
                        "was not specified",
                        r -> r.organization(" ")),
                new Mistake("no project", Setting.AZURE_PROJECT, "was not specified", r -> r.project(null)),
                new Mistake("no token", Setting.AZURE_TOKEN, "was not specified", r -> r.azureToken(null)),
                new Mistake("no client", Setting.AIKIDO_CLIENT, "was not specified", r -> r.aikidoClient(null, null)),
                new Mistake(
                        "half a client",
                        Setting.AIKIDO_CLIENT,
                        "was not specified",
                        r -> r.aikidoClient(Secret.of("fakeId"), null)),
                new Mistake("organization", Setting.AZURE_ORGANIZATION, "\"a/b\"", r -> r.organization("a/b")),
                new Mistake("project", Setting.AZURE_PROJECT, "\"../x\"", r -> r.project("../x")),
                new Mistake("region", Setting.AIKIDO_REGION, "\"moon\"", r -> r.region("moon")),
                new Mistake("handover", Setting.HANDOVER, "\"maybe\"", r -> r.handover("maybe")),
                new Mistake("include", Setting.INCLUDES, "[", r -> r.includes(List.of("a["))),
                new Mistake("exclude", Setting.EXCLUDES, "[", r -> r.excludes(List.of("a["))),
                new Mistake("prune limit", Setting.PRUNE_LIMIT, "\"101\"", r -> r.pruneLimit(101)),
                new Mistake("negative prune limit", Setting.PRUNE_LIMIT, "\"-1\"", r -> r.pruneLimit(-1)),
                new Mistake("calls", Setting.CALLS_PER_MINUTE, "\"0\"", r -> r.callsPerMinute(0)),
                new Mistake("time limit", Setting.TIMEOUT, "\"0\"", r -> r.timeout(Duration.ZERO)),
                new Mistake("long time limit", Setting.TIMEOUT, "\"", r -> r.timeout(Duration.ofDays(2))),
                new Mistake("scan age", Setting.MAX_SCAN_AGE, "\"0\"", r -> r.maxScanAge(Duration.ZERO)),
                new Mistake("wait", Setting.SYNC_TIMEOUT, "\"-1\"", r -> r.syncTimeout(Duration.ofSeconds(-1))));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesTheSettingAndTheValue(Mistake mistake) {
        Problem problem = problem(mistake.change().apply(complete()));

        assertThat(problem.message()).contains(mistake.says());
        assertThat(problem.fix()).contains("<" + mistake.setting() + ">");
        AllowedValues.of(mistake.setting())
                .ifPresent(values -> assertThat(problem.fix()).endsWith(" Valid values: " + values + "."));
    }

    @Test
    void findsEverythingAtOnce() {
        ValidatedRequest target = judge(
                Goal.CONNECT,
                ConnectRequest.builder()
                        .region("moon")
                        .azureUrl("http://example.com")
                        .organization("contoso")
                        .aikidoUrl("aikido")
                        .includes(List.of("["))
                        .pruneLimit(200)
                        .callsPerMinute(-1)
                        .timeout(Duration.ZERO));

        assertThat(target.problems())
                .extracting(problem -> problem.fix().replaceAll(".*<(.*)>.*", "$1"))
                .containsExactlyInAnyOrder(
                        "AIKIDO_REGION",
                        "AZURE_URL",
                        "AZURE_PROJECT",
                        "AZURE_TOKEN",
                        "AIKIDO_URL",
                        "AIKIDO_CLIENT",
                        "INCLUDES",
                        "PRUNE_LIMIT",
                        "CALLS_PER_MINUTE",
                        "TIMEOUT");
    }

    @Test
    void callsNothingWhereTheRequestIsWrong() {
        try (AikidoConnect aikido = AikidoConnect.builder().settingNames(NAMES).build()) {
            ConnectReport report = aikido.connect(complete().project(null).build());

            ReportSchema.verify(report);
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.calls()).isEqualTo(ProjectReport.Calls.NONE);
            assertThat(Checks.problem(report).fix()).isEqualTo("Set <AZURE_PROJECT>.");
        }
    }

    @Test
    void wantsNoMoreThanTheGoalNeeds() {
        ConnectRequest.Builder bare = complete().project(null).aikidoClient(null, null);

        assertThat(judge(Goal.CHECK, bare).problems()).isEmpty();
        assertThat(judge(Goal.LIST, bare).problems()).isEmpty();
        assertThat(judge(Goal.STATUS, bare).problems()).hasSize(2);
        assertThat(judge(Goal.CONNECT, bare).problems()).hasSize(2);
    }

    /** It would be a part of every address, and so of every log on the way. */
    @Test
    void takesNoTokenForAName() {
        String token = "5ubxc2qk7a3lzq5o2y4dxs6uvxk3mf6gs7w2pmb4q5hty6rcj2na";

        assertThat(problem(complete().project(token)).toString())
                .contains("<AZURE_PROJECT>")
                .doesNotContain(token);
        assertThat(problem(complete().organization(token)).toString())
                .contains("<AZURE_ORGANIZATION>")
                .doesNotContain(token);
    }

    @Test
    void takesAProjectByItsId() {
        assertThat(judge(Goal.CONNECT, complete().project("0b8f4a52-6a1d-4a58-9c53-2f0de1c4a701"))
                        .problems())
                .isEmpty();
    }

    @Test
    void takesTheGivenUrlBeforeTheRegions() {
        assertThat(judge(Goal.CONNECT, complete().region("us")).aikidoUrl()).isEqualTo(Region.US.url());
        assertThat(judge(Goal.CONNECT, complete().region("us").aikidoUrl("https://aikido.example.com"))
                        .aikidoUrl())
                .isEqualTo(URI.create("https://aikido.example.com"));
    }
}
