package io.github.aikidoconnect.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.testing.KilledRuns;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A rotation that is broken off at any of its steps, in any way: the token that Aikido has stays valid, and the next
 * rotation leaves one token, the one that Aikido has.
 */
class TokenStepsTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    private static KilledRuns<Moment> killed;

    private final Runs runs = Runs.withoutPauses();

    @BeforeAll
    static void kill(@TempDir Path folder) throws Exception {
        killed = KilledRuns.at(Moment.class, moment -> moment.hang, Setup.shop(), folder, Map.of("token", "rotate"));
    }

    @AfterAll
    static void close() {
        killed.close();
    }

    /** The calls of a rotation, one after the other. */
    enum Step {
        SIGN_IN(Match.of("POST", "**/oauth/token"), 0),
        WORKSPACE(Match.of("GET", "**/workspace"), 0),
        STATE_BEFORE(Match.of("GET", "**/configurationErrors"), 0),
        LIST(Match.of("GET", Tokens.PATS), 0),
        MAKE(Match.of("POST", Tokens.PATS), 0),
        TRY(Match.of("GET", "**/connectionData"), 0),
        TRY_SCOPE(Match.of("GET", "**/teams"), 0),
        HAND_OVER(Match.of("POST", "**/code-scanning"), 0),
        STATE_AFTER(Match.of("GET", "**/configurationErrors"), 1),
        LIST_AGAIN(Match.of("GET", Tokens.PATS), 1),
        REVOKE(Match.of("DELETE", Tokens.PATS), 0),
        LIST_AT_THE_END(Match.of("GET", Tokens.PATS), 2),
        RENAME(Match.of("PUT", Tokens.PATS), 0);

        @SuppressWarnings("ImmutableEnumChecker") // A record of values.
        private final Match match;

        private final int earlier;

        Step(Match match, int earlier) {
            this.match = match;
            this.earlier = earlier;
        }

        FaultRule with(Fault fault, int times) {
            return new FaultRule(match, fault, earlier, times);
        }

        /** What was done is seen by the list; one call of the trial that is not answered proves nothing. */
        boolean mayGoUnseen(Break how) {
            return this == TRY
                    || (this == TRY_SCOPE && !how.isRefusal())
                    || (this == REVOKE && how.isDone())
                    || (this == RENAME && how.isDone());
        }
    }

    /** What goes wrong: from then on for good, so that no repetition helps. */
    enum Break {
        RESET,
        LOST_ANSWER,
        ERROR,
        ERROR_AND_DONE,
        FORBIDDEN,
        GONE,
        PAGE,
        PAGE_AND_DONE,
        NOTHING;

        boolean isDone() {
            return fault().effect();
        }

        boolean isRefusal() {
            return this == FORBIDDEN;
        }

        Fault fault() {
            return switch (this) {
                case RESET -> Fault.reset();
                case LOST_ANSWER -> Fault.lostAnswer();
                case ERROR -> Fault.answer(500);
                case ERROR_AND_DONE -> Fault.answer(503).withEffect(true);
                case FORBIDDEN -> Setup.forbidden();
                case GONE -> Fault.answer(404);
                case PAGE -> Fault.answer(200, "text/html", "<html><body>Welcome</body></html>");
                case PAGE_AND_DONE ->
                    Fault.answer(200, "text/html", "<html></html>").withEffect(true);
                case NOTHING -> Fault.answer(200);
            };
        }
    }

    static Stream<Arguments> breaks() {
        return Arrays.stream(Step.values())
                .flatMap(step -> Arrays.stream(Break.values()).map(how -> Arguments.of(step, how)));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void atWhichARotationBreaksOffLeaveATokenThatWorks(Step step, Break how, Simulator simulator) {
        simulator.faults().add(step.with(how.fault(), 0));

        ConnectReport broken = rotate(simulator);

        assertSomethingWorks(simulator);
        assertThat(simulator.exchanges()).as("it went wrong").anyMatch(Exchange::faulted);
        simulator.faults().clear();
        if (broken.isSuccess()) {
            assertThat(step.mayGoUnseen(how)).as(broken.toText()).isTrue();
        }
        assertTheNextOneFinishes(simulator);
    }

    @ParameterizedTest
    @EnumSource(Break.class)
    void areAllDoneWhereOneGoesWrongOnce(Break how, Simulator simulator) {
        simulator.faults().once(Step.REVOKE.match, how.fault());
        simulator.faults().once(Step.RENAME.match, how.fault());

        rotate(simulator);

        assertSomethingWorks(simulator);
        simulator.faults().clear();
        assertTheNextOneFinishes(simulator);
    }

    private ConnectReport rotate(Simulator simulator) {
        return runs.token(Tokens.request(simulator, TokenAction.ROTATE).build());
    }

    private static void assertSomethingWorks(Simulator simulator) {
        assertThat(simulator.tokens().active())
                .as("the token that Aikido has")
                .extracting(Token::value)
                .contains(Tokens.inUse(simulator));
    }

    private void assertTheNextOneFinishes(Simulator simulator) {
        ConnectReport next = Runs.twoHoursLater()
                .token(Tokens.request(simulator, TokenAction.ROTATE).build());
        assertThat(next.isSuccess()).as(next.toText()).isTrue();
        assertThat(simulator.tokens().active()).hasSize(1);
        assertThat(Tokens.named(simulator, Tokens.NAME).value()).isEqualTo(Tokens.inUse(simulator));
    }

    /** Where a rotation is when its process is killed, before or after the service has done what it was asked. */
    enum Moment {
        ABOUT_TO_MAKE(Step.MAKE.with(Fault.hang(), 1)),
        MADE(Step.MAKE.with(Fault.hang().withEffect(true), 1)),
        TRYING(Step.TRY.with(Fault.hang(), 1)),
        ABOUT_TO_HAND_OVER(Step.HAND_OVER.with(Fault.hang(), 1)),
        HANDED_OVER(Step.HAND_OVER.with(Fault.hang().withEffect(true), 1)),
        LOOKING(Step.STATE_AFTER.with(Fault.hang(), 1)),
        ABOUT_TO_REVOKE(Step.REVOKE.with(Fault.hang(), 1)),
        REVOKED(Step.REVOKE.with(Fault.hang().withEffect(true), 1)),
        ABOUT_TO_RENAME(Step.RENAME.with(Fault.hang(), 1)),
        RENAMED(Step.RENAME.with(Fault.hang().withEffect(true), 1));

        @SuppressWarnings("ImmutableEnumChecker") // A record of values.
        private final FaultRule hang;

        Moment(FaultRule hang) {
            this.hang = hang;
        }
    }

    @ParameterizedTest
    @EnumSource
    void atWhichARotationIsKilledLeaveATokenThatWorks(Moment moment) {
        Simulator simulator = killed.simulator(moment);

        assertSomethingWorks(simulator);
        assertTheNextOneFinishes(simulator);
    }
}
