package io.github.aikidoconnect.token;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the tokens of a person, and the one of them that is revoked. */
class TokenListTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(everyKind());

    private final Runs runs = Runs.withoutPauses();

    @Test
    void saysOfEachTokenWhetherItFits(Simulator simulator) {
        ConnectReport report = list(simulator);

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.tokens())
                .extracting(TokenReport::name, TokenReport::fit)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"Aikido Security Access Token (Shop 4711)\", fits)",
                        "(\"writes\", wide)",
                        "(\"everything\", wide)",
                        "(\"everywhere\", wide)",
                        "(\"little\", narrow)",
                        "(\"something else\", narrow)",
                        "(\"soon\", fits)",
                        "(\"over\", fits)");
    }

    @Test
    void namesWhatATokenLacksAndWhatItOpensBesides(Simulator simulator) {
        ConnectReport report = list(simulator);

        assertThat(reason(report, "writes")).isEqualTo("It has more permissions than Aikido needs: vso.code_write.");
        assertThat(reason(report, "everything")).isEqualTo("It has more permissions than Aikido needs: app_token.");
        assertThat(reason(report, "everywhere"))
                .isEqualTo("It has more permissions than Aikido needs: all organizations of its owner."
                        + " From 2026-12-01, Azure DevOps does not accept tokens that are valid for all "
                        + "organizations.");
        assertThat(reason(report, "little")).isEqualTo("It lacks vso.memberentitlementmanagement, vso.project.");
        assertThat(reason(report, "something else"))
                .isEqualTo("It lacks vso.code, vso.memberentitlementmanagement, vso.project, vso.profile, and also "
                        + "has vso.packaging.");
        assertThat(Tokens.row(report, "writes").excess()).containsExactly("vso.code_write");
        assertThat(Tokens.row(report, "little").missing())
                .containsExactly("vso.memberentitlementmanagement", "vso.project");
        assertThat(Tokens.row(report, "everywhere").allOrganizations()).isTrue();
    }

    @Test
    void tellsWhatExpiresSoonAndWhatHasExpired(Simulator simulator) {
        ConnectReport report = list(simulator);

        assertThat(report.tokens())
                .extracting(TokenReport::expiry)
                .containsOnly(TokenReport.Expiry.VALID, TokenReport.Expiry.SOON, TokenReport.Expiry.EXPIRED);
        assertThat(reason(report, "soon")).endsWith("It expires soon.");
        assertThat(reason(report, "over")).endsWith("It has expired.");
        assertThat(report.toText()).contains("fits, expires soon  soon", "expired");
    }

    @Test
    void warnsAsLongBeforehandAsAskedTo(Simulator simulator) {
        EntraAccess late = new EntraAccess(Secret.of(Shop.ENTRA_TOKEN), 5);
        ConnectRequest where = Tokens.where(simulator).entraAccess(late).build();

        ConnectReport report =
                runs.token(TokenRequest.builder(where).action("LIST").build());

        assertThat(Tokens.row(report, "soon").expiry()).isEqualTo(TokenReport.Expiry.VALID);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 366})
    void refusesDaysOfWarningThatCannotBe(int days, Simulator simulator) {
        EntraAccess wrong = new EntraAccess(Secret.of(Shop.ENTRA_TOKEN), days);
        ConnectRequest where = Tokens.where(simulator).entraAccess(wrong).build();

        ConnectReport report =
                runs.token(TokenRequest.builder(where).action("list").build());

        assertThat(problem(report).toString()).contains("is not a number of days to warn ahead", "entraAccess");
    }

    @Test
    void neverShowsAValueAndAsksAikidoNothing(Simulator simulator) {
        ConnectReport report = list(simulator);

        assertThat(report.toJson() + report.toText() + report).doesNotContain("NotASecret");
        assertThat(simulator.calls().aikido()).isZero();
        assertThat(Setup.writes(simulator)).isEmpty();
    }

    @Test
    void readsEveryPage() {
        List<Token> many = IntStream.range(0, 205)
                .mapToObj(i -> own().withValue("fakeTokenNotASecret" + i)
                        .withName("token " + i)
                        .withId("00000000-0000-4000-8000-%012d".formatted(i)))
                .toList();
        Simulator simulator = simulators.start(Setup.shop().azure(azure -> azure.withTokens(many)));

        assertThat(list(simulator).tokens())
                .extracting(TokenReport::name)
                .hasSize(205)
                .doesNotHaveDuplicates();
        assertThat(Tokens.calls(simulator, "GET"))
                .as("three pages, and one of those that expired")
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"patTokens\":[],\"continuationToken\":\"again\"}",
                "{\"patTokens\":null}",
                "{\"patTokens\":[{}]}",
                "{\"patTokens\":[null]}",
                "{\"patTokens\":[{\"authorizationId\":\"\"}]}",
                "[]",
                "{\"value\":[]}",
                "no JSON"
            })
    void takesNoPartOfAListThatIsNone(String body) {
        Simulator simulator = simulators.start(Setup.shop());
        simulator.faults().always(Match.of("GET", Tokens.PATS), Fault.answer(200, "application/json", body));

        ConnectReport report = list(simulator);

        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(report.tokens()).isEmpty();
    }

    @Test
    void survivesATokenThatSaysLittle(Simulator simulator) {
        simulator
                .faults()
                .always(
                        Match.of("GET", Tokens.PATS),
                        Fault.answer(
                                200,
                                "application/json",
                                "{\"patTokens\":[{\"authorizationId\":\"a-b\",\"scope\":null,\"validTo\":\"soon\","
                                        + "\"displayName\":\"two\\nlines\"}],\"more\":1}"));

        ConnectReport report = list(simulator);

        TokenReport token = Tokens.row(report, "two\nlines");
        assertThat(token.validTo()).isNull();
        assertThat(token.expiry()).isEqualTo(TokenReport.Expiry.UNKNOWN);
        assertThat(token.fit()).isEqualTo(TokenReport.Fit.NARROW);
        assertThat(report.toText()).contains("two lines");
    }

    private ConnectReport list(Simulator simulator) {
        return runs.token(Tokens.request(simulator, TokenAction.LIST).build());
    }

    private static String reason(ConnectReport report, String name) {
        return Tokens.row(report, name).reason();
    }

    private static Token own() {
        return Scenario.shop().azure().tokens().get(0);
    }

    static Scenario everyKind() {
        Instant soon = Instant.now().plus(Duration.ofDays(10));
        List<String> writes = new ArrayList<>(Shop.TOKEN_SCOPES);
        writes.set(0, "vso.code_write");
        List<Token> others = Stream.of(
                        own().withName("writes").withScopes(writes),
                        own().withName("everything").withFullAccess(true),
                        own().withName("everywhere").withOrganizations(List.of()),
                        own().withName("little").withScopes(List.of("vso.code")),
                        own().withName("something else").withScopes(List.of("vso.packaging")),
                        own().withName("soon").withValidTo(soon.toString()),
                        own().withName("over").withValidTo("2026-01-31T00:00:00Z"))
                .toList();
        return Setup.shop().azure(azure -> {
            List<Token> all = new ArrayList<>(azure.tokens());
            for (Token other : others) {
                all.add(other.withValue("fakeTokenNotASecret" + all.size())
                        .withId("00000000-0000-4000-8000-00000000000" + all.size()));
            }
            return azure.withTokens(all);
        });
    }
}
