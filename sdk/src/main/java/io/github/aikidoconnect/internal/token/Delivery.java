package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import io.github.aikidoconnect.internal.aikido.HandoverAnswer;
import io.github.aikidoconnect.internal.limit.Time;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes a new token to where it is used: a workspace of Aikido, a file, or both. */
final class Delivery implements AutoCloseable {

    /** Sending the same token once more has no other effect than sending it once. */
    private static final int ATTEMPTS = 2;

    /** How long Aikido may take to find that the token works is not said. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6));

    private final Optional<Aikido> aikido;
    private final Optional<SecretFile> file;
    private final Time time;
    private final ProgressListener progress;
    private final TokenProblemTexts wording;
    private final List<Problem> problems;
    private boolean mayBeInUse;

    /** The result of a delivery. */
    enum Result {
        /** It was given to nothing. */
        NOWHERE,
        /** It is in the file, and who reads that is not known. */
        WRITTEN,
        /** Aikido confirmed that it has the token, and reports no broken connection to the source code. */
        IN_USE,
        /** It may be in use or not, so the previous token has to stay valid. */
        UNCERTAIN
    }

    /** Whether Aikido has the token. */
    private enum Handed {
        YES,
        NO,
        PERHAPS
    }

    /** Tells whether this run's token is still valid, so that a file never gets one that another run has revoked. */
    @FunctionalInterface
    interface Ownership {
        boolean holds() throws InterruptedException;
    }

    /** @param problems is added to */
    Delivery(
            Optional<Aikido> aikido,
            Optional<Path> file,
            Time time,
            ProgressListener progress,
            TokenProblemTexts wording,
            List<Problem> problems) {
        this.aikido = aikido;
        this.file = file.map(SecretFile::at);
        this.time = time;
        this.progress = progress;
        this.wording = wording;
        this.problems = problems;
    }

    /** Makes sure that the file can be written, before there is a token whose value would be lost. */
    boolean prepare() {
        if (file.isEmpty()) {
            return true;
        }
        Optional<Problem> objection =
                file.get().objection().map(why -> wording.file(file.get().path(), why));
        if (objection.isPresent()) {
            problems.add(objection.get());
            return false;
        }
        return succeeds(() -> file.get().open());
    }

    /** Returns whether it is known in the end that the token is in use. */
    boolean seesItTaken() {
        return aikido.isPresent();
    }

    /** Returns whether Aikido or the file may have the token by now. */
    boolean mayBeInUse() {
        return mayBeInUse;
    }

    Result deliver(Secret token, Ownership ownership) throws InterruptedException {
        if (aikido.isPresent() && !token.isPersonalAccessToken()) {
            problems.add(wording.notHandedOver());
            return Result.NOWHERE;
        }
        if (file.isPresent() && !succeeds(() -> file.get().write(token))) {
            return Result.NOWHERE;
        }
        Optional<Handed> handed = aikido.isEmpty() ? Optional.empty() : Optional.of(handOver(aikido.get(), token));
        if (handed.equals(Optional.of(Handed.NO))) {
            return Result.NOWHERE;
        }
        boolean written = file.isEmpty() || putInPlace(file.get(), ownership);
        if (handed.isEmpty()) {
            return written ? Result.WRITTEN : Result.NOWHERE;
        }
        boolean taken = handed.get() == Handed.YES && isTaken(aikido.orElseThrow());
        return taken && written ? Result.IN_USE : Result.UNCERTAIN;
    }

    private boolean putInPlace(SecretFile draft, Ownership ownership) throws InterruptedException {
        boolean finished = ownership.holds() && succeeds(draft::finish);
        mayBeInUse |= finished;
        return finished;
    }

    private Handed handOver(Aikido workspace, Secret token) throws InterruptedException {
        progress.on(new Progress.Step("Handing the new token over to Aikido"));
        for (int attempt = 1; ; attempt++) {
            mayBeInUse = true;
            HandoverAnswer answer = workspace.handOver(token);
            if (answer instanceof HandoverAnswer.Accepted) {
                return Handed.YES;
            }
            if (answer instanceof HandoverAnswer.Refused refused) {
                if (attempt == 1) {
                    mayBeInUse = false;
                    problems.add(wording.handoverFailed(refused.reason()));
                    return Handed.NO;
                }
                problems.add(wording.handoverUncertain(refused.reason()));
                return Handed.PERHAPS;
            }
            if (answer instanceof HandoverAnswer.Unclear unclear && attempt == ATTEMPTS) {
                // Even a connection that works again proves nothing: another token may have been entered by hand.
                problems.add(wording.handoverUncertain(unclear.reason()));
                return Handed.PERHAPS;
            }
        }
    }

    /** Aikido tells no more than whether its connection to the source code is broken. */
    private boolean isTaken(Aikido workspace) throws InterruptedException {
        try {
            if (isConnected(workspace)) {
                return true;
            }
            problems.add(wording.notTaken());
        } catch (AikidoException e) {
            problems.add(wording.aikido(e));
        }
        return false;
    }

    private boolean isConnected(Aikido workspace) throws InterruptedException {
        for (Duration pause : PAUSES) {
            if (!AikidoFindings.isDisconnected(workspace.configurationErrors())) {
                return true;
            }
            progress.on(new Progress.Waiting("Aikido does not reach the source code yet", pause));
            time.sleep(pause);
        }
        return !AikidoFindings.isDisconnected(workspace.configurationErrors());
    }

    private interface Step {
        void run() throws IOException;
    }

    private boolean succeeds(Step step) {
        try {
            step.run();
            return true;
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            problems.add(wording.file(file.orElseThrow().path(), why(e)));
            return false;
        }
    }

    /** What the system says, without the path, which may be that of the file beside. */
    private static String why(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "the user who runs this may not write there";
        }
        String said = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return said == null || said.isBlank() ? e.getClass().getSimpleName() : SafeText.oneLine(said);
    }

    /** Leaves nothing of the token beside the file. */
    @Override
    public void close() {
        file.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException e) {
                problems.add(wording.remains(open.path()));
            }
        });
    }
}
