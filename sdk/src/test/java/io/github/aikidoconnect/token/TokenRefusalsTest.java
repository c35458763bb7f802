package io.github.aikidoconnect.token;

import static io.github.aikidoconnect.testing.Checks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Organization;
import io.github.aikidoconnect.simulator.scenario.TokenPolicies.Form;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which Azure DevOps does not manage tokens, and what a person is told to do. */
class TokenRefusalsTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Tokens.shop());

    private final Runs runs = Runs.withoutPauses();

    static Stream<Arguments> errors() throws IOException {
        return allErrors().stream().flatMap(error -> Stream.of(Form.values()).map(form -> Arguments.of(error, form)));
    }

    /** Every value that the API has, from the contract. */
    private static List<String> allErrors() throws IOException {
        try (InputStream in = TokenRefusalsTest.class.getResourceAsStream("/openapi/azure-devops.yaml")) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher list = Pattern.compile("patTokenError:\\s+type: string\\s+enum:\\s+((- \\w+\\s+)+)")
                    .matcher(yaml);
            assertThat(list.find()).isTrue();
            List<String> errors = new ArrayList<>(List.of(list.group(1).strip().split("\\s*- ")));
            errors.removeIf(error -> error.isBlank() || error.equals("none"));
            assertThat(errors).hasSize(32);
            return errors;
        }
    }

    @ParameterizedTest
    @MethodSource("errors")
    void ofEachErrorOfTheApiSayItsNameAndLeaveNothing(String error, Form form) {
        Simulator simulator = simulators.start(
                Tokens.shop().tokenPolicies(p -> p.withError(error).withForm(form)));

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        Set<ProblemCode> expected = EnumSet.of(
                ProblemCode.AZURE_TOKEN_POLICY,
                ProblemCode.AZURE_ENTRA_TOKEN_REJECTED,
                ProblemCode.AZURE_UNAVAILABLE,
                ProblemCode.CONFIGURATION);
        assertThat(problem(report).code()).isIn(expected);
        assertThat(problem(report).message()).contains("(" + error + ")");
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(simulator.tokens().active()).hasSize(1);
        assertThat(Tokens.calls(simulator, "POST")).hasSize(1);
        assertThat(Tokens.calls(simulator, "GET"))
                .as("what is refused was not made, so it is not looked for")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "accessDenied, AZURE_TOKEN_POLICY, add the person to their allow lists",
        "globalPatPolicyViolation, AZURE_TOKEN_POLICY, add the person to their allow lists",
        "fullScopePatPolicyViolation, AZURE_TOKEN_POLICY, add the person to their allow lists",
        "failedToReadTenantPolicy, AZURE_TOKEN_POLICY, Ask an administrator to check the policies",
        "patLifespanPolicyViolation, AZURE_TOKEN_POLICY, Lower TokenRequest.days",
        "invalidValidTo, AZURE_TOKEN_POLICY, Lower TokenRequest.days",
        "invalidDisplayName, CONFIGURATION, Correct TokenRequest.name",
        "invalidUserType, AZURE_ENTRA_TOKEN_REJECTED, must belong to a person",
        "hostAuthorizationNotFound, AZURE_ENTRA_TOKEN_REJECTED, a member of the organization",
        "failedToIssueAccessToken, AZURE_UNAVAILABLE, Run it again later"
    })
    void sayWhatToDo(String error, ProblemCode code, String fix) {
        Simulator simulator = simulators.start(Tokens.shop().tokenPolicies(p -> p.withError(error)));

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(problem(report).code()).isEqualTo(code);
        assertThat(problem(report).fix()).contains(fix);
    }

    @Test
    void ofALifeThatIsTooLongNameTheDays() {
        Simulator simulator = simulators.start(Tokens.shop().tokenPolicies(p -> p.withMaxDays(30)));

        Problem problem = problem(runs.token(
                Tokens.request(simulator, TokenAction.ROTATE).days(31).build()));

        assertThat(problem.toString())
                .startsWith("[AZURE_TOKEN_POLICY] Azure DevOps does not create tokens that are valid for 31 days");
        assertThat(runs.token(Tokens.request(simulator, TokenAction.ROTATE)
                                .days(30)
                                .build())
                        .isSuccess())
                .isTrue();
    }

    @Test
    void ofATokenThatHasFourScopesForOneOrganizationAreNone() {
        Simulator simulator = simulators.start(
                Tokens.shop().tokenPolicies(p -> p.withNoGlobal(true).withNoFullScope(true)));

        assertThat(runs.token(Tokens.request(simulator, TokenAction.CREATE).build())
                        .isSuccess())
                .isTrue();
    }

    @Test
    void withAnErrorThatNobodyKnowsYetAreLookedIntoLikeALostAnswer(Simulator simulator) {
        simulator
                .faults()
                .once(
                        Match.of("POST", Tokens.PATS),
                        Fault.answer(200, "application/json", "{\"patToken\":null,\"patTokenError\":\"moonIsFull\"}")
                                .withEffect(true));

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(problem(report).message()).contains("moonIsFull");
        assertThat(simulator.tokens().active()).hasSize(1);
    }

    @Test
    void ofAnOrganizationThatIsNotThereNameTheSetting() {
        Simulator simulator = simulators.start(Tokens.shop().organization(o -> o.withName("fabrikam")));

        Problem problem =
                problem(runs.token(Tokens.request(simulator, TokenAction.LIST).build()));

        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_ORGANIZATION_NOT_FOUND);
        assertThat(problem.fix()).contains("ConnectRequest.organization", "Azure DevOps Server has no API");
    }

    @Test
    void ofAStoppedOrganizationAreNotRepeated() {
        Simulator simulator =
                simulators.start(Tokens.shop().organization(o -> o.withStatus(Organization.Status.STOPPED)));

        Problem problem =
                problem(runs.token(Tokens.request(simulator, TokenAction.LIST).build()));

        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(problem.message()).contains("TF24668");
        assertThat(simulator.exchanges()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void thatPassAreOutlived(int status, Simulator simulator) {
        for (String method : List.of("GET", "DELETE", "PUT")) {
            simulator.faults().times(2, Match.of(method, Tokens.PATS), Fault.answer(status));
        }
        if (status == 429) {
            simulator.faults().once(Match.of("POST", Tokens.PATS), Fault.answer(status));
        }

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.ROTATE).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Garbage.class)
    void ofWhatIsNoAnswerTakeNothing(Garbage garbage, Simulator simulator) {
        simulator.faults().always(Match.path(Tokens.PATS), garbage.fault());

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(problem(report).code()).isIn(ProblemCode.AZURE_UNAVAILABLE, ProblemCode.NETWORK);
        assertThat(Tokens.calls(simulator, "POST")).isEmpty();
    }

    enum Garbage {
        HTML,
        NO_BODY,
        CUT,
        NO_HTTP,
        TEAPOT;

        Fault fault() {
            return switch (this) {
                case HTML -> Fault.answer(200, "text/html", "<html>Welcome to the hotel</html>");
                case NO_BODY -> Fault.answer(200);
                case CUT -> Fault.truncate();
                case NO_HTTP -> Fault.garbage();
                case TEAPOT -> Fault.answer(418, "application/json", "{\"message\":\"short and stout\"}");
            };
        }
    }
}
