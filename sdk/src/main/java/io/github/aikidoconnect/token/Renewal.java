package io.github.aikidoconnect.token;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenReport.Change;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.azure.AzureException;
import io.github.aikidoconnect.azure.NewToken;
import io.github.aikidoconnect.azure.PersonalTokens;
import io.github.aikidoconnect.azure.PersonalTokens.Filter;
import io.github.aikidoconnect.azure.TokenRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a token, tries it, delivers it, sees it taken, and only then revokes the one that it replaces. It may end at any
 * moment: the names of the tokens say how far it came, and the next one does the rest.
 */
final class Renewal {

    /** The service may round what it was asked for. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private final PersonalTokens tokens;
    private final TokenRequest request;
    private final TokenNames names;
    private final TokenWork.Trial trial;
    private final Delivery delivery;
    private final ProgressListener progress;
    private final TokenWording wording;
    private final List<Problem> problems;
    private final Rows rows;
    private final Revocation revocation;
    private final Instant validTo;
    private @Nullable TokenRecord made;
    private boolean delivered;

    Renewal(
            PersonalTokens tokens,
            TokenRequest request,
            TokenWork.Trial trial,
            Delivery delivery,
            ProgressListener progress,
            TokenWording wording,
            List<Problem> problems,
            Rows rows,
            Instant now) {
        this.tokens = tokens;
        this.request = request;
        this.names = new TokenNames(request.name());
        this.trial = trial;
        this.delivery = delivery;
        this.progress = progress;
        this.wording = wording;
        this.problems = problems;
        this.rows = rows;
        this.revocation = new Revocation(tokens, wording, problems, rows);
        this.validTo = now.plus(Duration.ofDays(request.days())).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Returns whether the new token is where it was to be taken. */
    boolean isDelivered() {
        return delivered;
    }

    void run() throws InterruptedException {
        Optional<List<TokenRecord>> listed = list();
        if (listed.isEmpty()) {
            return;
        }
        Former former = Former.among(listed.get(), names);
        former.others().forEach(other -> rows.show(other, Change.NONE, TokenWording.OTHER_SCOPES));
        Optional<Problem> objection = objection(former);
        if (objection.isPresent()) {
            former.done().forEach(rows::show);
            problems.add(objection.get());
            return;
        }
        if (!delivery.prepare()) {
            return;
        }
        if (request.where().dryRun()) {
            plan(former);
            return;
        }
        progress.on(new Progress.Step("Making the token"));
        Optional<NewToken> token = create();
        if (token.isPresent()) {
            made = token.get().details();
            // Shown from now on, whatever comes: if this ends here, a person has to know its id.
            rows.show(made, Change.CREATED, TokenWording.UNFINISHED);
            use(token.get(), made, former);
        }
    }

    private void plan(Former former) {
        progress.on(new Progress.Step("A token \"" + names.done() + "\" would be made, valid until "
                + validTo.atOffset(ZoneOffset.UTC).toLocalDate()));
        String current = delivery.seesItTaken() ? TokenWording.WOULD_BE_REPLACED : TokenWording.WOULD_BE_KEPT;
        former.done().forEach(token -> rows.show(token, Change.NONE, current));
        former.unfinished().forEach(token -> rows.show(token, Change.NONE, current));
        former.replaced().forEach(token -> rows.show(token, Change.NONE, TokenWording.WOULD_BE_REVOKED));
    }

    private Optional<List<TokenRecord>> list() throws InterruptedException {
        try {
            return Optional.of(tokens.list(Filter.ACTIVE));
        } catch (AzureException e) {
            problems.add(wording.azure(e));
            return Optional.empty();
        }
    }

    private Optional<Problem> objection(Former former) {
        if (former.done().isEmpty()) {
            return Optional.empty();
        }
        if (former.done().size() > 1) {
            return Optional.of(wording.ambiguous(request.name(), former.done()));
        }
        boolean creates = request.action().filter(TokenAction.CREATE::equals).isPresent();
        return creates ? Optional.of(wording.exists(former.done().get(0))) : Optional.empty();
    }

    private Optional<NewToken> create() throws InterruptedException {
        String name = names.made();
        try {
            return Optional.of(tokens.create(name, validTo));
        } catch (AzureException e) {
            problems.add(wording.azure(e));
            if (e.isUncertain()) {
                revokeOrphan(name);
            }
            return Optional.empty();
        }
    }

    /** It may have been made although no answer came. Its value is lost, so nobody has a use for it. */
    private void revokeOrphan(String name) throws InterruptedException {
        try {
            for (TokenRecord token : tokens.list(Filter.ACTIVE)) {
                if (token.name().equals(name)) {
                    tokens.revoke(token.id());
                    rows.show(token, Change.REVOKED, TokenWording.ORPHAN);
                }
            }
        } catch (AzureException e) {
            problems.add(wording.orphan(name, e));
        }
    }

    private void use(NewToken token, TokenRecord details, Former former) throws InterruptedException {
        if (!isAsAsked(details)) {
            problems.add(wording.notAsAsked());
            discard(details);
            return;
        }
        progress.on(new Progress.Step("Trying the new token"));
        List<Problem> found = trial.problems(token);
        if (!found.isEmpty()) {
            problems.addAll(found);
            discard(details);
            return;
        }
        switch (delivery.deliver(token.value())) {
            case NOWHERE -> discard(details);
            case UNCERTAIN -> delivered = true;
            case WRITTEN -> {
                delivered = true;
                finish(details, former, false);
            }
            case IN_USE -> {
                delivered = true;
                finish(details, former, true);
            }
        }
    }

    private boolean isAsAsked(TokenRecord token) {
        return Former.isLikeOwn(token)
                && token.validTo()
                        .filter(end -> !end.isAfter(validTo.plus(TOLERANCE)))
                        .isPresent();
    }

    /** Nobody has it, so nobody loses it. */
    private void discard(TokenRecord token) throws InterruptedException {
        revocation.revoke(token, TokenWording.UNUSED, TokenWording.UNUSED_AND_LEFT);
    }

    /**
     * Replaces the former ones and gives the new one its name.
     *
     * @param inUse whether the new one is known to be in use; if not, the former one stays good until the next time
     */
    private void finish(TokenRecord token, Former former, boolean inUse) throws InterruptedException {
        // Read again: another run may have replaced the same token meanwhile, and this one with it.
        Optional<List<TokenRecord>> now = list();
        if (now.isEmpty()) {
            return;
        }
        if (now.get().stream().noneMatch(each -> each.id().equals(token.id()))) {
            problems.add(wording.vanished(token));
            return;
        }
        List<TokenRecord> current = new ArrayList<>(sameOrganization(former.done(), token));
        current.addAll(sameOrganization(former.unfinished(), token));
        List<TokenRecord> over = new ArrayList<>(sameOrganization(former.replaced(), token));
        if (inUse) {
            over.addAll(current);
        }
        for (TokenRecord each : over) {
            revocation.revoke(each, TokenWording.REPLACED, TokenWording.NOT_REPLACED);
        }
        boolean free = over.isEmpty() || areGone(over);
        if (!inUse) {
            for (TokenRecord each : current) {
                free &= setAside(each);
            }
        }
        if (free) {
            rename(token);
        }
    }

    /**
     * Two of the same name could not be told apart, so the new one gets it only when no other has it any more. The list is
     * believed, and no answer that may come from something in between.
     */
    private boolean areGone(List<TokenRecord> over) throws InterruptedException {
        Optional<List<TokenRecord>> now = list();
        if (now.isEmpty()) {
            return false;
        }
        List<TokenRecord> left = over.stream()
                .filter(token -> now.get().stream().anyMatch(each -> each.id().equals(token.id())))
                .toList();
        for (TokenRecord token : left) {
            if (rows.isRevoked(token)) {
                rows.show(token, Change.LEFT, TokenWording.NOT_REPLACED);
                problems.add(wording.notRevoked(token, "it is still listed"));
            }
        }
        return left.isEmpty();
    }

    /** A token for other organizations is in use elsewhere. */
    private static List<TokenRecord> sameOrganization(List<TokenRecord> tokens, TokenRecord made) {
        return tokens.stream()
                .filter(token -> token.organizations().equals(made.organizations()))
                .toList();
    }

    /** Gives the former one the name of one that was replaced. */
    private boolean setAside(TokenRecord token) throws InterruptedException {
        try {
            tokens.rename(token, names.replaced());
            rows.show(named(token, names.replaced()), Change.LEFT, TokenWording.REPLACED_AND_LEFT);
            return true;
        } catch (AzureException e) {
            problems.add(wording.notRenamed(token, e));
            return false;
        }
    }

    private void rename(TokenRecord token) throws InterruptedException {
        try {
            tokens.rename(token, names.done());
            rows.show(named(token, names.done()), Change.CREATED, TokenWording.DONE);
        } catch (AzureException e) {
            problems.add(wording.notRenamed(token, e));
        }
    }

    private static TokenRecord named(TokenRecord token, String name) {
        return new TokenRecord(
                token.id(), name, token.scopes(), token.validFrom(), token.validTo(), token.organizations());
    }
}
