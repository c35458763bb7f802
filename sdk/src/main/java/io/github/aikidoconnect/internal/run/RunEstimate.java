package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.internal.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Announces how long a long run will take at Aikido's limit. */
final class RunEstimate {

    /** A run that takes less time is not announced. */
    private static final Duration LONG_RUN = Duration.ofMinutes(2);

    private final RunContext context;
    private final ConnectRequest request;
    private final SettingsStep settings;
    private final List<String> work = new ArrayList<>();
    private long calls;

    RunEstimate(RunContext context, SettingsStep settings) {
        this.context = context;
        this.request = context.request();
        this.settings = settings;
    }

    /**
     * Announces the changes of a run, or of a dry run those that it would make.
     *
     * @param changes the number of changes of repositories
     */
    void announceChanges(int changes) {
        if (changes > 0 || settings.writes() == 0) {
            add(Text.count(changes, "change", "changes"), request.scan() ? 2L * changes : changes);
        }
        if (settings.writes() > 0) {
            add(Text.count(settings.writes(), "setting", "settings"), settings.writes());
        }
        addPages();
        announce(request.dryRun() ? " would take" : takes());
    }

    /**
     * Announces the reads of a run that changes nothing.
     *
     * @param findings the number of repositories whose findings are read one by one
     */
    void announceReads(int findings) {
        addPages();
        if (findings > 0) {
            add("the findings of " + Text.count(findings, "repository", "repositories"), findings);
        }
        announce(takes());
    }

    private void addPages() {
        if (settings.pages() > 0) {
            add(Text.count(settings.pages(), "page", "pages") + " with excluded paths", settings.pages());
        }
    }

    private void add(String what, long count) {
        work.add(what);
        calls += count;
    }

    private String takes() {
        return work.size() == 1 && work.get(0).startsWith("1 ") ? " takes" : " take";
    }

    private void announce(String verb) {
        Duration estimate = context.clients().callEvery().multipliedBy(calls);
        if (estimate.compareTo(LONG_RUN) < 0) {
            return;
        }
        String text = String.join(" and ", work) + verb + " about " + estimate.toMinutes()
                + " minutes at Aikido's limit of " + Text.count(request.callsPerMinute(), "call", "calls")
                + " a minute";
        String end = request.maxDuration()
                .filter(longest -> longest.compareTo(estimate) < 0)
                .map(longest -> "; this run ends after " + Text.minutes(longest) + ", and the next one continues")
                .orElse("");
        context.progress().on(new Progress.Estimate(text + end, estimate));
    }
}
