package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.Workspace;
import io.github.aikidoconnect.internal.azure.pat.NewToken;
import io.github.aikidoconnect.internal.azure.pat.PersonalTokens;
import io.github.aikidoconnect.internal.limit.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out a request about tokens, and at any moment has what was done so far. */
public final class TokenWork {

    private final PersonalTokens tokens;
    private final TokenRequest request;
    private final TokenProblemTexts wording;
    private final ProgressListener progress;
    private final Time time;
    private final Instant now;
    private final TokenRows rows;
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
            TokenProblemTexts wording,
            ProgressListener progress,
            Time time) {
        this.tokens = tokens;
        this.request = request;
        this.wording = wording;
        this.progress = progress;
        this.time = time;
        this.now = time.now();
        this.rows = new TokenRows(now, Duration.ofDays(warnDays));
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
     * The place that uses the new token.
     *
     * @param name the name of its token
     * @param isCertain whether another place can have no token of that name: it was given, or it carries the workspace
     */
    public record Place(String name, boolean isCertain) {

        /** Chooses the name of the request, else that of the workspace, else the one that all workspaces share. */
        public static Place of(TokenRequest request, Optional<Workspace> workspace) {
            return request.name()
                    .or(() -> workspace.map(TokenNames::byDefault))
                    .map(name -> new Place(name, true))
                    .orElse(new Place(TokenNames.FORMER_DEFAULT, false));
        }
    }

    /**
     * Creates a token, delivers it, and replaces the previous one.
     *
     * @param place the place that uses the token
     * @param trial tries it before
     * @param aikido the workspace that is to have it
     */
    public void renew(Place place, Trial trial, Optional<Aikido> aikido) throws InterruptedException {
        try (Delivery delivery = new Delivery(aikido, request.file(), time, progress, wording, problems)) {
            Renewal renewal =
                    new Renewal(tokens, request, place, trial, delivery, progress, wording, problems, rows, now);
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
