package io.github.aikidoconnect.internal.run;

import static io.github.aikidoconnect.internal.run.ValidatedRequestTest.complete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.Region;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of several values for one setting the last one counts, and null restores the default. */
class RequestBuildersTest {

    private static List<Problem> problems(ConnectRequest request) {
        return ValidatedRequest.of(Goal.CONNECT, request, new ProblemTexts(SettingNames.JAVA))
                .problems();
    }

    private record Corrected(String name, UnaryOperator<ConnectRequest.Builder> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Corrected> corrections() {
        return Stream.of(
                new Corrected("region", r -> r.region("moon").region(Region.US)),
                new Corrected("region by name", r -> r.region("moon").region("us")),
                new Corrected("no region", r -> r.region("moon").region((String) null)),
                new Corrected("handover", r -> r.handover("maybe").handover(Handover.NEVER)),
                new Corrected("handover by name", r -> r.handover("maybe").handover("never")),
                new Corrected("no handover", r -> r.handover("maybe").handover(" ")));
    }

    @ParameterizedTest
    @MethodSource("corrections")
    void aLaterValueReplacesAnInvalidOne(Corrected corrected) {
        ConnectRequest request = corrected.change().apply(complete()).build();

        assertThat(problems(request)).isEmpty();
        assertThat(request.unreadable()).isEmpty();
    }

    @Test
    void anInvalidValueReplacesAValidOne() {
        assertThat(problems(complete().region("us").region("moon").build())).hasSize(1);
        assertThat(problems(complete().handover("never").handover("maybe").build()))
                .hasSize(1);
    }

    @Test
    void nullRestoresTheDefault() {
        ConnectRequest request = complete()
                .region(Region.US)
                .region((Region) null)
                .handover(Handover.NEVER)
                .handover((Handover) null)
                .includes(List.of("shop-*"))
                .includes(null)
                .excludes(Arrays.asList("*-archive", null))
                .syncTimeout(Duration.ofSeconds(1))
                .syncTimeout(null)
                .timeout(Duration.ofSeconds(1))
                .timeout(null)
                .build();

        assertThat(request.region()).isEqualTo(Region.EU);
        assertThat(request.handover()).isEqualTo(Handover.AUTO);
        assertThat(request.includes()).isEmpty();
        assertThat(request.excludes()).containsExactly("*-archive");
        assertThat(request.syncTimeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(problems(request)).isEmpty();
    }

    @Test
    void aBuilderOfARequestBeginsWithItsValues() {
        Problem problem = new Problem(ProblemCode.CONFIGURATION, "It is wrong.", "Correct it.");
        ConnectRequest request = complete()
                .handover("maybe")
                .includes(List.of("shop-*"))
                .problem(Setting.AZURE_TOKEN, problem)
                .build();

        ConnectRequest other = request.toBuilder()
                .region("moon")
                .problem(Setting.AZURE_TOKEN, null)
                .build();

        assertThat(request.toBuilder().build()).isEqualTo(request);
        assertThat(other.problems()).isEmpty();
        assertThat(other.unreadable()).containsOnlyKeys(Setting.HANDOVER, Setting.AIKIDO_REGION);
        assertThat(request.problems()).containsExactly(problem);
        assertThat(request.unreadable()).containsOnlyKeys(Setting.HANDOVER);
    }

    @Test
    void theTextOfARequestHoldsNoPassword() {
        ConnectRequest request = complete()
                .organization("https://kim:hunter2secret@dev.azure.com/contoso")
                .azureUrl("https://kim:hunter2secret@tfs.example.com")
                .build();

        assertThat(request.toString()).contains("Shop Front").doesNotContain("hunter2secret", "fakeToken");
        assertThat(TokenRequest.builder(request).build().toString()).doesNotContain("hunter2secret", "fakeToken");
    }

    @Test
    void nullNamesTakeAnAbsentNameBack() {
        ConnectRequest request = complete()
                .region("us")
                .region((String) null)
                .handover("never")
                .handover((String) null)
                .build();

        assertThat(request.region()).isEqualTo(Region.EU);
        assertThat(request.handover()).isEqualTo(Handover.AUTO);
    }

    @Test
    void anEntryWithNullsRunsWithTheDefaults() {
        try (AikidoConnect aikido = AikidoConnect.builder()
                .httpClient(null)
                .progress(null)
                .settingNames(null)
                .callFolder(null)
                .build()) {
            ConnectReport report = aikido.connect(ConnectRequest.builder().build());

            assertThat(report.problems()).extracting(Problem::fix).contains("Set ConnectRequest.organization.");
        }
    }

    @Test
    void aRequestForAnOrganizationTakesNulls() {
        OrganizationRequest request = OrganizationRequest.builder(complete().build())
                .defaults(null)
                .project("Shop Front", null)
                .project(null, ProjectSettings.NONE)
                .build();

        assertThat(request.defaults()).isEqualTo(ProjectSettings.NONE);
        assertThat(request.entries().get(0).settings()).isEqualTo(ProjectSettings.NONE);
        try (AikidoConnect aikido = AikidoConnect.create()) {
            assertThat(aikido.coverage(request).problems())
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.CONFIGURATION);
        }
    }

    @Test
    void aRequestForTokensTakesNulls() {
        TokenRequest request = TokenRequest.builder(complete().build())
                .action("burn")
                .action((TokenAction) null)
                .name(null)
                .file(null)
                .id(null)
                .build();

        assertThat(request.action()).isEmpty();
        assertThat(request.unreadableAction()).isEmpty();
        try (AikidoConnect aikido = AikidoConnect.create()) {
            assertThatCode(() -> aikido.token(request)).doesNotThrowAnyException();
        }
    }

    @Test
    @SuppressWarnings("NullAway") // A caller without NullAway can do this.
    void anAccessWithoutATokenIsNoAccess() {
        ConnectRequest request =
                complete().entraAccess(new EntraAccess(null, 30)).build();

        assertThat(request.entraAccess()).isEmpty();
    }
}
