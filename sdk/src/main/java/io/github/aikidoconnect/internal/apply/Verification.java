package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads Aikido's list again after writes. A change that Aikido acknowledged but does not list counts as failed, because
 * the acknowledgement of an activation does not state the new state.
 */
public final class Verification {

    private final Aikido aikido;
    private final ApplyLog ledger;
    private final ProgressListener progress;
    private final List<RepositoryPlan> contradicted = new ArrayList<>();
    private @Nullable AikidoException failure;

    Verification(Aikido aikido, ApplyLog ledger, ProgressListener progress) {
        this.aikido = aikido;
        this.ledger = ledger;
        this.progress = progress;
    }

    /** Further changes that the list has to show. */
    public interface Expectation {

        /** Returns whether the list has shown all of them. */
        boolean isMet();

        /** Receives a page of the list. */
        void see(List<CodeRepository> page);

        /** Is called at the end of a list that did not show all of them. */
        void missing();
    }

    /** Reads the list until every changed repository was seen, and corrects the log. */
    void run(Expectation settings) throws InterruptedException {
        Map<Long, ApplyLog.Entry> written = new HashMap<>();
        for (ApplyLog.Entry entry : ledger.entries()) {
            boolean changed = entry.action() == Action.ACTIVATE || entry.action() == Action.DEACTIVATE;
            if (changed && entry.result() == Result.DONE) {
                entry.aikidoId().ifPresent(id -> written.put(id, entry));
            }
        }
        if (written.isEmpty() && settings.isMet()) {
            return;
        }
        progress.on(new Progress.Step("Reading Aikido's list again to verify the changes"));
        try {
            aikido.repositories(page -> {
                page.forEach(listed -> removeIfAsWritten(listed, written));
                settings.see(page);
                return written.isEmpty() && settings.isMet();
            });
        } catch (AikidoException e) {
            failure = e;
            return;
        }
        ledger.entries().stream().filter(written::containsValue).forEach(entry -> {
            contradicted.add(entry.plan());
            ledger.missing(entry, reason(entry.action()));
        });
        if (!settings.isMet()) {
            settings.missing();
        }
    }

    private static void removeIfAsWritten(CodeRepository listed, Map<Long, ApplyLog.Entry> written) {
        ApplyLog.Entry entry = written.get(listed.id());
        if (entry != null && listed.active() == (entry.action() == Action.ACTIVATE)) {
            written.remove(listed.id());
        }
    }

    private static String reason(Action action) {
        return action == Action.ACTIVATE
                ? "Aikido acknowledged the activation, but its list does not show the repository as monitored."
                : "Aikido acknowledged the deactivation, but its list still shows the repository as monitored.";
    }

    /** Returns the repositories whose state in the list differs from the acknowledged one. */
    List<RepositoryPlan> contradicted() {
        return contradicted;
    }

    /** Returns the reason why the list could not be read. */
    Optional<AikidoException> failure() {
        return Optional.ofNullable(failure);
    }
}
