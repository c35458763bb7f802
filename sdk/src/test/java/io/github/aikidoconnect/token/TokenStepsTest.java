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
import io.github.aikidoconnect.testing.OtherProcess;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A rotation that is broken off at any of its steps, in any way: the token that Aikido has stays valid, and the next
 * rotation leaves one token, the one that Aikido has.
 */
@Execution(ExecutionMode.CONCURRENT)
class TokenStepsTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    @TempDir
    private Path folder;

    private final Runs runs = Runs.withoutPauses();

    /** The calls of a rotation, one after the other. */
    enum Step {
        SIGN_IN("POST", "**/oauth/token", 0),
        WORKSPACE("GET", "**/workspace", 0),
        STATE_BEFORE("GET", "**/configurationErrors", 0),
        LIST("GET", Tokens.PATS, 0),
        MAKE("POST", Tokens.PATS, 0),
        TRY("GET", "**/connectionData", 0),
        TRY_SCOPE("GET", "**/teams", 0),
        HAND_OVER("POST", "**/code-scanning", 0),
        STATE_AFTER("GET", "**/configurationErrors", 1),
        LIST_AGAIN("GET", Tokens.PATS, 1),
        REVOKE("DELETE", Tokens.PATS, 0),
        LIST_AT_THE_END("GET", Tokens.PATS, 2),
        RENAME("PUT", Tokens.PATS, 0);

        private final String method;
        private final String path;
        private final int earlier;

        Step(String method, String path, int earlier) {
            this.method = method;
            this.path = path;
            this.earlier = earlier;
        }

        Match match() {
            return Match.of(method, path);
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
        simulator.faults().add(new FaultRule(step.match(), how.fault(), step.earlier, 0));

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
        simulator.faults().once(Step.REVOKE.match(), how.fault());
        simulator.faults().once(Step.RENAME.match(), how.fault());

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
        ABOUT_TO_MAKE(Step.MAKE, false),
        MADE(Step.MAKE, true),
        TRYING(Step.TRY, false),
        ABOUT_TO_HAND_OVER(Step.HAND_OVER, false),
        HANDED_OVER(Step.HAND_OVER, true),
        LOOKING(Step.STATE_AFTER, false),
        ABOUT_TO_REVOKE(Step.REVOKE, false),
        REVOKED(Step.REVOKE, true),
        ABOUT_TO_RENAME(Step.RENAME, false),
        RENAMED(Step.RENAME, true);

        private final Step step;
        private final boolean effect;

        Moment(Step step, boolean effect) {
            this.step = step;
            this.effect = effect;
        }

        FaultRule hang() {
            return new FaultRule(step.match(), Fault.hang().withEffect(effect), step.earlier, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.SAME_THREAD)
    void atWhichARotationIsKilledLeaveATokenThatWorks(Moment moment, Simulator simulator) throws Exception {
        simulator.faults().add(moment.hang());
        Properties settings = new Properties();
        settings.setProperty("token", "rotate");
        OtherProcess process = OtherProcess.start(simulator, folder, settings);
        while (simulator.exchanges().stream().noneMatch(Exchange::faulted)) {
            assertThat(process.isAlive()).as(process.output()).isTrue();
            TimeUnit.MILLISECONDS.sleep(5);
        }
        process.kill();
        simulator.faults().clear();

        assertSomethingWorks(simulator);
        assertTheNextOneFinishes(simulator);
    }
}
