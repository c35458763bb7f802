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
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Delivers a new token to a workspace of Aikido, to a file, or to both. */
final class Delivery implements AutoCloseable {

    /** The number of times that the token is sent if the answer is unclear: sending it twice has the effect of once. */
    private static final int ATTEMPTS = 2;

    /** The pauses before the connection is read again: Aikido does not document how long it needs to test a token. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6));

    private final Optional<Aikido> aikido;
    private final Optional<SecretFile> file;
    private final Time time;
    private final ProgressListener progress;
    private final TokenProblemTexts texts;
    private final List<Problem> problems;
    private boolean mayBeInUse;

    /** The result of a delivery. */
    enum Result {
        /** The token was not delivered. */
        NOWHERE,
        /** The token is in the file. Its readers are not known. */
        WRITTEN,
        /** Aikido confirmed that it has the token, and reports no broken connection to the source code. */
        IN_USE,
        /** It is not known whether the token is in use, so the previous token must stay valid. */
        UNCERTAIN
    }

    /** Whether Aikido has the token. */
    private enum Handed {
        YES,
        NO,
        PERHAPS
    }

    /** Checks whether the new token is still valid, so that no token that another run revoked is written to a file. */
    @FunctionalInterface
    interface Ownership {
        boolean holds() throws InterruptedException;
    }

    Delivery(Optional<Aikido> aikido, TokenContext context, TokenResults results) {
        this.aikido = aikido;
        this.file = context.request().file().map(SecretFile::at);
        this.time = context.time();
        this.progress = context.progress();
        this.texts = context.texts();
        this.problems = results.problems();
    }

    /** Verifies that the file can be written, before a token is created whose value would be lost. */
    boolean prepare() {
        if (file.isEmpty()) {
            return true;
        }
        Optional<Problem> objection =
                file.get().objection().map(why -> texts.file(file.get().path(), why));
        if (objection.isPresent()) {
            problems.add(objection.get());
            return false;
        }
        return succeeds(() -> file.get().open());
    }

    /** Returns whether the delivery can confirm that the token is in use. */
    boolean seesItTaken() {
        return aikido.isPresent();
    }

    /** Returns whether Aikido or the file may have the token by now. */
    boolean mayBeInUse() {
        return mayBeInUse;
    }

    Result deliver(Secret token, Ownership ownership) throws InterruptedException {
        if (aikido.isPresent() && !token.isPersonalAccessToken()) {
            problems.add(texts.notHandedOver());
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
                    problems.add(texts.handoverFailed(refused.reason()));
                    return Handed.NO;
                }
                problems.add(texts.handoverUncertain(refused.reason()));
                return Handed.PERHAPS;
            }
            if (answer instanceof HandoverAnswer.Unclear unclear && attempt == ATTEMPTS) {
                // A working connection would prove nothing: a person may have entered another token.
                problems.add(texts.handoverUncertain(unclear.reason()));
                return Handed.PERHAPS;
            }
        }
    }

    /** Returns whether Aikido uses the token. Aikido only reports whether its connection to the source code is broken. */
    private boolean isTaken(Aikido workspace) throws InterruptedException {
        try {
            if (isConnected(workspace)) {
                return true;
            }
            problems.add(texts.notTaken());
        } catch (AikidoException e) {
            problems.add(texts.aikido(e));
        }
        return false;
    }

    private boolean isConnected(Aikido workspace) throws InterruptedException {
        for (Duration pause : PAUSES) {
            if (!AikidoFindings.isDisconnected(workspace.configurationErrors())) {
                return true;
            }
            progress.on(new Progress.Waiting("Aikido cannot reach the source code yet", pause));
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
            problems.add(texts.file(file.orElseThrow().path(), why(e)));
            return false;
        }
    }

    /** Returns the message of the system without the path, which may be the path of the temporary file. */
    private static String why(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "the user who runs this may not write there";
        }
        String said = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return said == null || said.isBlank() ? e.getClass().getSimpleName() : SafeText.oneLine(said);
    }

    /** Deletes the temporary file. */
    @Override
    public void close() {
        file.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException e) {
                problems.add(texts.remains(open.path()));
            }
        });
    }
}
