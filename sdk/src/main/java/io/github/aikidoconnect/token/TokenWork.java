package io.github.aikidoconnect.token;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.aikido.Aikido;
import io.github.aikidoconnect.azure.NewToken;
import io.github.aikidoconnect.azure.PersonalTokens;
import io.github.aikidoconnect.http.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what a request asks for, and at any moment says what came of it so far. */
public final class TokenWork {

    private final PersonalTokens tokens;
    private final TokenRequest request;
    private final TokenWording wording;
    private final ProgressListener progress;
    private final Time time;
    private final Instant now = Instant.now();
    private final Rows rows;
    private final List<Problem> problems = new ArrayList<>();
    private boolean delivered;

    /** Tries a new token, and returns what keeps it from being delivered. */
    @FunctionalInterface
    public interface Trial {
        List<Problem> problems(NewToken token) throws InterruptedException;
    }

    /**
     * @param tokens the tokens of the person
     * @param request what to do, its values already judged
     * @param warnDays how many days before its end a token is to be warned of
     * @param wording says what goes wrong
     * @param progress is told what happens
     * @param time lets the pauses pass
     */
    public TokenWork(
            PersonalTokens tokens,
            TokenRequest request,
            int warnDays,
            TokenWording wording,
            ProgressListener progress,
            Time time) {
        this.tokens = tokens;
        this.request = request;
        this.wording = wording;
        this.progress = progress;
        this.time = time;
        this.rows = new Rows(now, Duration.ofDays(warnDays));
    }

    /** Lists the tokens. */
    public void list() throws InterruptedException {
        inventory().list();
    }

    /** Revokes the token of the request. */
    public void revoke() throws InterruptedException {
        inventory().revoke(request.id().orElseThrow(), request.where().dryRun());
    }

    private Inventory inventory() {
        return new Inventory(tokens, progress, wording, problems, rows);
    }

    /**
     * Makes a token, delivers it, and replaces the former one.
     *
     * @param trial tries it before
     * @param aikido the workspace that is to have it
     * @param disconnected whether that workspace's connection to the source code is broken
     */
    public void renew(Trial trial, Optional<Aikido> aikido, boolean disconnected) throws InterruptedException {
        try (Delivery delivery =
                new Delivery(aikido, disconnected, request.file(), time, progress, wording, problems)) {
            Renewal renewal = new Renewal(tokens, request, trial, delivery, progress, wording, problems, rows, now);
            try {
                renewal.run();
            } finally {
                delivered = renewal.isDelivered();
            }
        }
    }

    /** Returns the tokens that it was about. */
    public List<TokenReport> tokens() {
        return rows.all();
    }

    /** Returns what went wrong. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Returns whether a new token was delivered. */
    public boolean isDelivered() {
        return delivered;
    }
}
