package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import io.github.aikidoconnect.internal.aikido.ConfigurationError;
import io.github.aikidoconnect.internal.aikido.HandoverAnswer;
import io.github.aikidoconnect.internal.limit.Time;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands the token over to Aikido, then reads whether Aikido can reach the source code. */
final class TokenHandover {

    /** The pauses before each reading. It is not documented how long Aikido takes to test a new token. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6));

    private final Aikido aikido;
    private final Time time;
    private final ProgressListener progress;

    private boolean disconnected;
    private @Nullable HandoverAnswer answer;
    private @Nullable List<ConfigurationError> errors;

    TokenHandover(Aikido aikido, Time time, ProgressListener progress) {
        this.aikido = aikido;
        this.time = time;
        this.progress = progress;
    }

    /**
     * Sends the token, once.
     *
     * @param brokenBefore whether Aikido's connection to the source code is broken
     */
    void send(Secret token, boolean brokenBefore) throws InterruptedException {
        progress.on(new Progress.Step("Handing the personal access token over to Aikido"));
        disconnected = brokenBefore;
        answer = aikido.handOver(token);
    }

    /** Reads the connection if Aikido has, or may have, the token: its answer alone does not prove that the token works. */
    void confirm() throws InterruptedException {
        if (answer == null || answer instanceof HandoverAnswer.Refused) {
            return;
        }
        try {
            for (Duration pause : PAUSES) {
                if (!pause.isZero()) {
                    progress.on(new Progress.Waiting("Aikido cannot reach the source code yet", pause));
                    time.sleep(pause);
                }
                errors = aikido.configurationErrors();
                if (!AikidoFindings.isDisconnected(errors)) {
                    return;
                }
            }
        } catch (AikidoException unreadable) {
            errors = null;
        }
    }

    /** Returns whether Aikido has the token: Aikido confirmed it, or the token has repaired a broken connection. */
    boolean isDone() {
        return answer instanceof HandoverAnswer.Accepted
                || (answer instanceof HandoverAnswer.Unclear
                        && disconnected
                        && errorsAfter()
                                .filter(read -> !AikidoFindings.isDisconnected(read))
                                .isPresent());
    }

    /** Returns the reason why Aikido does not have the token, or may not have it. */
    Optional<AikidoException> failure() {
        if (answer instanceof HandoverAnswer.Refused refused) {
            return Optional.of(refused.reason());
        }
        return answer instanceof HandoverAnswer.Unclear unclear && !isDone()
                ? Optional.of(unclear.reason())
                : Optional.empty();
    }

    /** Returns the workspace's configuration errors as they were read after the handover, empty if they were not read. */
    Optional<List<ConfigurationError>> errorsAfter() {
        return Optional.ofNullable(errors);
    }
}
