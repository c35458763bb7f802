package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.Workspace;
import io.github.aikidoconnect.internal.azure.pat.NewToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out a request for tokens. The results so far are available at any moment. */
public final class TokenWork {

    private final TokenContext context;
    private final TokenRequest request;
    private final Instant now;
    private final TokenResults results;
    private boolean delivered;

    /** Tests a new token, and returns the problems that prevent its delivery. */
    @FunctionalInterface
    public interface Trial {
        List<Problem> problems(NewToken token) throws InterruptedException;
    }

    public TokenWork(TokenContext context) {
        this.context = context;
        this.request = context.request();
        this.now = context.time().now();
        int warnDays = request.where().entraAccess().orElseThrow().warnDays();
        this.results = new TokenResults(new ArrayList<>(), new TokenRows(now, Duration.ofDays(warnDays)));
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
        return new Inventory(context, results);
    }

    /**
     * The place that uses the new token.
     *
     * @param name the name of its token
     * @param isCertain whether no other place can have a token with that name: the name was given or contains the
     *     workspace
     */
    public record Place(String name, boolean isCertain) {

        /**
         * Returns the place with the name of the request, or else of the workspace, or else the name that all workspaces
         * share.
         */
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
     * @param trial tests the token before its delivery
     * @param aikido the workspace that receives the token
     */
    public void renew(Place place, Trial trial, Optional<Aikido> aikido) throws InterruptedException {
        try (Delivery delivery = new Delivery(aikido, context, results)) {
            Renewal renewal = new Renewal(context, results, new Renewal.Plan(place, trial, delivery, now));
            try {
                renewal.run();
            } finally {
                delivered = renewal.isDelivered();
            }
        }
    }

    /** Returns the tokens of the report. */
    public List<TokenReport> tokens() {
        return results.rows().all();
    }

    /** Returns the problems. */
    public List<Problem> problems() {
        return List.copyOf(results.problems());
    }

    /** Returns whether a new token was delivered. */
    public boolean isDelivered() {
        return delivered;
    }
}
