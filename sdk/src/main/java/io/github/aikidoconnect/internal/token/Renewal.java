package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenReport.Change;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.pat.NewToken;
import io.github.aikidoconnect.internal.azure.pat.PersonalTokens;
import io.github.aikidoconnect.internal.azure.pat.PersonalTokens.Filter;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates a token, tests it, delivers it, confirms that it is in use, and then revokes the token that it replaces. The
 * run may end at any moment: the names of the tokens record the progress, and the next run continues from there.
 */
final class Renewal {

    private final PersonalTokens tokens;
    private final TokenRequest request;
    private final TokenWork.Place place;
    private final TokenNames names;
    private final TokenWork.Trial trial;
    private final Delivery delivery;
    private final ProgressListener progress;
    private final TokenProblemTexts texts;
    private final List<Problem> problems;
    private final TokenRows rows;
    private final Revocation revocation;
    private final Replacement replacement;
    private final Instant now;
    private final Instant validTo;
    private @Nullable String requestedName;
    private @Nullable TokenRecord made;
    private boolean delivered;

    /**
     * The settings of a renewal.
     *
     * @param place the place that uses the new token
     * @param trial tests the new token before its delivery
     * @param delivery delivers the new token
     * @param now the time at which the run began
     */
    record Plan(TokenWork.Place place, TokenWork.Trial trial, Delivery delivery, Instant now) {}

    Renewal(TokenContext context, TokenResults results, Plan plan) {
        this.tokens = context.tokens();
        this.request = context.request();
        this.place = plan.place();
        this.names = new TokenNames(place.name());
        this.trial = plan.trial();
        this.delivery = plan.delivery();
        this.progress = context.progress();
        this.texts = context.texts();
        this.problems = results.problems();
        this.rows = results.rows();
        this.revocation = new Revocation(tokens, texts, problems, rows);
        this.replacement = new Replacement(names, context, results);
        this.now = plan.now();
        this.validTo = now.plus(Duration.ofDays(request.days())).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Returns whether the new token was delivered. */
    boolean isDelivered() {
        return delivered;
    }

    void run() throws InterruptedException {
        try {
            renew();
        } catch (InterruptedException e) {
            if (requestedName != null && !delivery.mayBeInUse()) {
                revokeAfterInterrupt(requestedName);
            }
            throw e;
        }
    }

    private void renew() throws InterruptedException {
        Optional<List<TokenRecord>> listed = replacement.list();
        if (listed.isEmpty()) {
            return;
        }
        Optional<String> id = creates() ? Optional.empty() : request.id();
        PreviousTokens found = PreviousTokens.among(listed.get(), names, id, now);
        found.others().forEach(other -> rows.show(other, Change.NONE, TokenReasons.OTHER_SCOPES));
        found.underWay().forEach(other -> rows.show(other, Change.NONE, TokenReasons.UNDER_WAY));
        showFormerDefault(listed.get(), found);
        Optional<Problem> objection = objection(found, id);
        if (objection.isPresent()) {
            found.done().forEach(rows::show);
            problems.add(objection.get());
            return;
        }
        PreviousTokens former = place.isCertain() ? found : found.onlyRequested();
        if (!delivery.prepare()) {
            return;
        }
        if (request.where().dryRun()) {
            plan(former);
            return;
        }
        progress.on(new Progress.Step("Creating the token"));
        Optional<NewToken> token = create();
        if (token.isPresent()) {
            made = token.get().details();
            // The report must contain the token from now on, because a person needs its id if the run ends early.
            rows.show(made, Change.CREATED, TokenReasons.UNFINISHED);
            use(token.get(), made, former);
        }
    }

    private boolean creates() {
        return request.action().filter(TokenAction.CREATE::equals).isPresent();
    }

    /** Another workspace may use a token with the default name of earlier versions, so it is only shown. */
    private void showFormerDefault(List<TokenRecord> listed, PreviousTokens former) {
        if (request.name().isEmpty() && !names.done().equals(TokenNames.FORMER_DEFAULT)) {
            listed.stream()
                    .filter(token -> token.name().equals(TokenNames.FORMER_DEFAULT) && PreviousTokens.isLikeOwn(token))
                    .filter(token -> !former.requested().equals(Optional.of(token)))
                    .forEach(token -> rows.show(token, Change.NONE, texts.formerDefault()));
        }
    }

    private void plan(PreviousTokens former) {
        progress.on(new Progress.Step("A token \"" + names.done() + "\" would be created, valid until "
                + validTo.atOffset(ZoneOffset.UTC).toLocalDate()));
        String current = delivery.seesItTaken() ? TokenReasons.WOULD_BE_REPLACED : TokenReasons.WOULD_BE_KEPT;
        former.current().forEach(token -> rows.show(token, Change.NONE, current));
        former.replaced().forEach(token -> rows.show(token, Change.NONE, TokenReasons.WOULD_BE_REVOKED));
    }

    private Optional<Problem> objection(PreviousTokens former, Optional<String> id) {
        if (id.isPresent()
                && former.requested().filter(PreviousTokens::isLikeOwn).isEmpty()) {
            return Optional.of(
                    former.requested().isEmpty()
                            ? texts.notOfThisPerson(id.get())
                            : texts.otherScopes(former.requested().get()));
        }
        List<TokenRecord> done = former.done();
        if (done.size() > 1) {
            return Optional.of(texts.ambiguous(names.done(), done));
        }
        if (done.isEmpty()) {
            return Optional.empty();
        }
        if (creates()) {
            return Optional.of(texts.exists(done.get(0)));
        }
        boolean requested = former.requested().equals(Optional.of(done.get(0)));
        return place.isCertain() || requested ? Optional.empty() : Optional.of(texts.ownerUnknown(done.get(0)));
    }

    private Optional<NewToken> create() throws InterruptedException {
        String name = names.made();
        requestedName = name;
        try {
            return Optional.of(tokens.create(name, validTo));
        } catch (AzureException e) {
            problems.add(texts.notCreated(e, names.done()));
            if (e.isUncertain()) {
                revokeOrphan(name);
            }
            return Optional.empty();
        }
    }

    /** Revokes a token that may have been created although no answer came: its value is lost. */
    private void revokeOrphan(String name) throws InterruptedException {
        try {
            for (TokenRecord token : tokens.list(Filter.ACTIVE)) {
                if (token.name().equals(name)) {
                    tokens.revoke(token.id());
                    rows.show(token, Change.REVOKED, TokenReasons.ORPHAN);
                }
            }
        } catch (AzureException e) {
            problems.add(texts.orphan(name, e.detail()));
        }
    }

    /** Revokes, after an interrupt, a token that was not delivered. */
    private void revokeAfterInterrupt(String name) {
        List<TokenRecord> revoked = new LastMoment(tokens).revoke(name, Optional.ofNullable(made));
        revoked.forEach(token -> rows.show(token, Change.REVOKED, TokenReasons.UNUSED));
        if (revoked.isEmpty() && made == null) {
            problems.add(texts.orphan(name, "the run was interrupted"));
        }
    }

    private void use(NewToken token, TokenRecord details, PreviousTokens former) throws InterruptedException {
        if (!isAsAsked(details)) {
            problems.add(texts.notAsAsked());
            discard(details);
            return;
        }
        progress.on(new Progress.Step("Testing the new token"));
        List<Problem> found = trial.problems(token);
        if (!found.isEmpty()) {
            problems.addAll(found);
            discard(details);
            return;
        }
        Delivery.Result result = delivery.deliver(token.value(), () -> isStillOwned(details));
        delivered = result != Delivery.Result.NOWHERE;
        switch (result) {
            case NOWHERE -> discard(details);
            case UNCERTAIN -> replacement.markUnconfirmed(details);
            case WRITTEN, IN_USE -> {
                progress.on(new Progress.Step("Replacing the previous token"));
                replacement.carryOut(details, former, result == Delivery.Result.IN_USE);
            }
        }
    }

    /**
     * Compares the created token with the requested one. The service may round the end of the validity. A token with a very
     * different end, with other scopes or with another number of organizations was not requested.
     */
    private boolean isAsAsked(TokenRecord token) {
        Duration day = Duration.ofDays(1);
        Duration halfOfLife = Duration.ofDays(request.days()).dividedBy(2);
        Instant earliest = validTo.minus(halfOfLife.compareTo(day) < 0 ? halfOfLife : day);
        boolean inTime = token.validTo()
                .filter(end -> !end.isBefore(earliest) && !end.isAfter(validTo.plus(day)))
                .isPresent();
        boolean validByNow =
                token.validFrom().filter(start -> start.isAfter(now.plus(day))).isEmpty();
        return PreviousTokens.isLikeOwn(token) && inTime && validByNow;
    }

    private boolean isStillOwned(TokenRecord token) throws InterruptedException {
        Optional<List<TokenRecord>> listed = replacement.list();
        if (listed.isEmpty()) {
            return false;
        }
        boolean owned = listed.get().stream().anyMatch(each -> each.id().equals(token.id()));
        if (!owned) {
            problems.add(texts.vanished(token));
        }
        return owned;
    }

    /** Revokes the new token, which was not delivered. */
    private void discard(TokenRecord token) throws InterruptedException {
        if (!revocation.revoke(token, TokenReasons.UNUSED, TokenReasons.UNUSED_AND_LEFT)) {
            replacement.markUnconfirmed(token, Change.LEFT, TokenReasons.UNUSED_AND_LEFT);
        }
    }
}
