package io.github.aikidoconnect.check;

import static io.github.aikidoconnect.testing.Checks.problem;
import static io.github.aikidoconnect.testing.Checks.status;
import static io.github.aikidoconnect.testing.Checks.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a check says of scopes and expiry where it may look into the record of the token. */
class TokenRecordTest {

    private static final String KNOWN = "Known from the token's record.";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.imported(Setup.shop()));

    private final Runs runs = Runs.withoutPauses();

    @Test
    void tellsScopesAndExpiryAndThatTheyAreKnown(Simulator simulator) {
        ConnectReport report = runs.check(request(simulator));

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(text(report, CheckId.TOKEN))
                .isEqualTo("Azure DevOps accepts it; it belongs to Kim Sample; it is valid until 2099-01-01. " + KNOWN);
        assertThat(Checks.SCOPES)
                .allSatisfy(scope -> assertThat(text(report, scope)).endsWith(" is granted. " + KNOWN));
        assertThat(text(report, CheckId.SCOPE_EXCESS)).isEqualTo("It has no further permissions. " + KNOWN);
        assertThat(report.checks()).extracting(Check::status).containsOnly(CheckStatus.PASSED);
    }

    @Test
    void saysNothingOfRecordsWhereNobodyMayLook(Simulator simulator) {
        ConnectReport report = runs.check(Setup.request(simulator).build());

        assertThat(report.toJson()).doesNotContain("record");
    }

    @Test
    void findsAScopeThatNoCallShows() {
        List<String> writes = new ArrayList<>(Shop.TOKEN_SCOPES);
        writes.set(0, "vso.code_write");
        Simulator simulator = simulators.start(shop().token(token -> token.withScopes(writes)));

        ConnectReport report = runs.check(request(simulator));

        assertThat(status(report, CheckId.SCOPE_EXCESS)).isEqualTo(CheckStatus.WARNING);
        assertThat(text(report, CheckId.SCOPE_EXCESS))
                .startsWith("The token has more permissions than Aikido needs: vso.code_write. " + KNOWN);
        assertThat(status(report, CheckId.SCOPE_CODE)).isEqualTo(CheckStatus.PASSED);
    }

    @Test
    void findsATokenForAllOrganizations() {
        Simulator simulator = simulators.start(shop().token(token -> token.withOrganizations(List.of())));

        ConnectReport report = runs.check(request(simulator));

        assertThat(text(report, CheckId.SCOPE_EXCESS)).contains("all organizations of its owner", KNOWN);
        Check token = Checks.of(report, CheckId.TOKEN);
        assertThat(token.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(token.message())
                .contains("From 2026-12-01, Azure DevOps does not accept tokens that are valid for all organizations.");
        assertThat(token.fix()).startsWith("Create a token for this organization only at ");
    }

    @Test
    void warnsOfATokenThatExpiresSoonAndConnectsAllTheSame() {
        Instant end = Instant.now().plus(Duration.ofDays(12)).plus(Duration.ofHours(1));
        Simulator simulator = simulators.start(shop().token(token -> token.withValidTo(end.toString())));

        ConnectReport report = runs.connect(request(simulator));

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.WARNING);
        assertThat(text(report, CheckId.TOKEN)).contains("it expires in 12 days, on 20", KNOWN, "Rotate it");
        assertThat(report.toText()).contains("it expires in 12 days");
    }

    @Test
    void warnsAsLongBeforehandAsAskedTo() {
        Instant end = Instant.now().plus(Duration.ofDays(12)).plus(Duration.ofHours(1));
        Simulator simulator = simulators.start(shop().token(token -> token.withValidTo(end.toString())));
        EntraAccess late = new EntraAccess(Secret.of(Shop.ENTRA_TOKEN), 12);

        ConnectReport report =
                runs.check(Setup.request(simulator).entraAccess(late).build());

        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.PASSED);
    }

    @Test
    void namesAScopeThatIsMissing() {
        Simulator simulator = simulators.start(shop().token(token -> token.without("vso.memberentitlementmanagement")));

        ConnectReport report = runs.check(request(simulator));

        assertThat(text(report, CheckId.SCOPE_MEMBER_ENTITLEMENT_MANAGEMENT))
                .startsWith("Member Entitlement Management: Read is missing. " + KNOWN);
        assertThat(problem(report).message()).contains("lacks the scope Member Entitlement Management: Read");
    }

    @Test
    void tellsAScopeThatIsMissingFromAnOwnerWhoMayNot() {
        Simulator simulator = simulators.start(shop());
        simulator.faults().always(Match.path("**/userentitlementsummary"), Fault.answer(401));

        ConnectReport report = runs.check(request(simulator));

        assertThat(problem(report).code()).isEqualTo(ProblemCode.AZURE_SCOPE_MISSING);
        assertThat(problem(report).message())
                .isEqualTo("The personal access token has Member Entitlement Management: Read, but Azure DevOps "
                        + "refused the call.");
        assertThat(problem(report).fix()).startsWith("The token's owner lacks the permission");
        assertThat(text(report, CheckId.SCOPE_MEMBER_ENTITLEMENT_MANAGEMENT))
                .startsWith(
                        "Member Entitlement Management: Read is granted, but Azure DevOps refused the call. " + KNOWN);
    }

    @Test
    void knowsAScopeThatCouldNotBeTried() {
        Simulator simulator = simulators.start(shop());
        simulator.faults().always(Match.path("**/teams"), Fault.answer(500));

        assertThat(text(runs.check(request(simulator)), CheckId.SCOPE_PROJECT_AND_TEAM))
                .isEqualTo("Project and Team: Read is granted. " + KNOWN);
    }

    @Test
    void isNotConfusedByTokensThatOpenLess() {
        Simulator simulator = simulators.start(with(
                own().withName("packages").withScopes(List.of("vso.packaging")),
                own().withName("code").withScopes(List.of("vso.code")),
                own().withName("somebody else's").withEmail("lee@example.com")));

        assertThat(text(runs.check(request(simulator)), CheckId.TOKEN)).contains(KNOWN);
    }

    @Test
    void saysSoWhereTheRecordMayBeAnothersAndTriesTheScopes() {
        Simulator simulator = simulators.start(with(own().withName("everything").withFullAccess(true)));

        ConnectReport report = runs.check(request(simulator));

        assertThat(text(report, CheckId.TOKEN))
                .isEqualTo("Azure DevOps accepts it; it belongs to Kim Sample."
                        + " Its record was not found: it may be any of 2 tokens of Kim Sample.");
        assertThat(text(report, CheckId.SCOPE_CODE)).isEqualTo("Code: Read is granted.");
        assertThat(text(report, CheckId.SCOPE_EXCESS)).isEqualTo("No further permissions were found.");
    }

    @Test
    void saysSoWhereTheTokenIsOfSomebodyElse() {
        Simulator simulator = simulators.start(
                shop().entraToken(token -> token.withEmail("lee@example.com").withOwner("Lee Other")));

        assertThat(text(runs.check(request(simulator)), CheckId.TOKEN))
                .endsWith(" Its record was not found: the access token of Microsoft Entra belongs to Lee Other.");
    }

    @Test
    void saysSoWhereNoRecordOpensWhatTheTokenOpens() {
        Simulator simulator = simulators.start(shop());
        simulator
                .faults()
                .always(
                        Match.path(Tokens.PATS),
                        Fault.answer(200, "application/json", "{\"patTokens\":[],\"continuationToken\":null}"));

        assertThat(text(runs.check(request(simulator)), CheckId.TOKEN))
                .endsWith("no listed token of Kim Sample has its permissions.");
    }

    @Test
    void onlyWarnsWhereTheAccessTokenIsNotAccepted() {
        Simulator simulator = simulators.start(shop().entraToken(token -> token.withExpired(true)));

        ConnectReport report = runs.connect(request(simulator));

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.WARNING);
        assertThat(text(report, CheckId.TOKEN))
                .contains(
                        "Its record could not be read: Azure DevOps rejected the access token of Microsoft Entra",
                        "az account get-access-token");
        assertThat(text(report, CheckId.SCOPE_CODE)).isEqualTo("Code: Read is granted.");
    }

    @Test
    void needsTwoCallsMore(Simulator simulator) {
        int without = runs.check(Setup.request(simulator).build()).calls().azure();

        assertThat(runs.check(request(simulator)).calls().azure()).isEqualTo(without + 2);
        assertThat(Setup.writes(simulator)).isEmpty();
    }

    private static ConnectRequest request(Simulator simulator) {
        return Setup.request(simulator)
                .entraAccess(EntraAccess.of(Secret.of(Shop.ENTRA_TOKEN)))
                .build();
    }

    private static Scenario shop() {
        return Setup.imported(Setup.shop());
    }

    private static Token own() {
        return Scenario.shop().azure().tokens().get(0);
    }

    private static Scenario with(Token... others) {
        return shop().azure(azure -> {
            List<Token> all = new ArrayList<>(azure.tokens());
            Stream.of(others)
                    .forEach(other -> all.add(other.withValue("fakeTokenNotASecret" + all.size())
                            .withId("00000000-0000-4000-8000-00000000000" + all.size())));
            return azure.withTokens(all);
        });
    }
}
