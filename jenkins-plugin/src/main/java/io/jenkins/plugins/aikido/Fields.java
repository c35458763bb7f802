package io.jenkins.plugins.aikido;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Job;
import hudson.util.FormValidation;
import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.location.AzureNames;
import io.github.aikidoconnect.location.Glob;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/** Judges single fields while they are filled in. Nothing is sent anywhere: that is what the button is for. */
final class Fields {

    /** The same hosts as in the SDK. */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]", Pattern.CASE_INSENSITIVE);

    private static final int MOST_NAMES = 10;

    private Fields() {}

    static FormValidation required(@CheckForNull String value, String missing) {
        if (!isAdministrator()) {
            return FormValidation.ok();
        }
        return Util.fixEmptyAndTrim(value) == null ? FormValidation.error(missing) : FormValidation.ok();
    }

    static FormValidation organization(@CheckForNull String value, @CheckForNull String azureUrl) {
        FormValidation required = required(value, Messages.Connection_organizationMissing());
        if (required.kind != FormValidation.Kind.OK || !isAdministrator()) {
            return required;
        }
        String name = Util.fixNull(value).strip();
        if (name.contains("://")) {
            return url(name);
        }
        boolean service = Util.fixEmptyAndTrim(azureUrl) == null;
        return (service ? AzureNames.isOrganization(name) : AzureNames.isProject(name))
                ? FormValidation.ok()
                : FormValidation.error(Messages.Connection_organizationWrong());
    }

    static FormValidation credential(@CheckForNull String value, String missing, Function<String, Optional<?>> lookup) {
        FormValidation required = required(value, missing);
        if (required.kind != FormValidation.Kind.OK || !isAdministrator()) {
            return required;
        }
        return lookup.apply(Util.fixNull(value)).isPresent()
                ? FormValidation.ok()
                : FormValidation.error(Messages.Connection_credentialGone(value));
    }

    /** Judges a URL. Credentials are sent there, so it is https, or http to this machine. */
    static FormValidation url(@CheckForNull String value) {
        return isAdministrator()
                ? mistakeInUrl(value).map(FormValidation::error).orElseGet(FormValidation::ok)
                : FormValidation.ok();
    }

    /** Returns what is wrong with a URL, without the URL; empty if nothing is, and for no URL at all. */
    static Optional<String> mistakeInUrl(@CheckForNull String value) {
        String text = Util.fixEmptyAndTrim(value);
        if (text == null) {
            return Optional.empty();
        }
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            return Optional.of(Messages.Connection_urlWrong());
        }
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            return Optional.of(Messages.Connection_urlWrong());
        }
        boolean safe = "https".equalsIgnoreCase(uri.getScheme())
                || ("http".equalsIgnoreCase(uri.getScheme())
                        && LOOPBACK.matcher(uri.getHost()).matches());
        return safe ? Optional.empty() : Optional.of(Messages.Connection_urlPlain());
    }

    static FormValidation callsPerMinute(@CheckForNull String value) {
        if (!isAdministrator()) {
            return FormValidation.ok();
        }
        return isCallsPerMinute(number(value))
                ? FormValidation.ok()
                : FormValidation.error(Messages.Connection_callsWrong());
    }

    static boolean isCallsPerMinute(int calls) {
        return AllowedValues.range(Setting.CALLS_PER_MINUTE).orElseThrow().contains(calls);
    }

    /** Returns whether a form is still as it was when it was added: nobody needs to be told that nothing was typed. */
    static boolean isUntouched(String... values) {
        return Stream.of(values).allMatch(value -> Util.fixEmptyAndTrim(value) == null);
    }

    /** Returns the number, the default for an empty text, and -1 for what is none, which the SDK refuses. */
    static int number(@CheckForNull String value) {
        String text = Util.fixEmptyAndTrim(value);
        if (text == null) {
            return Connection.CALLS_PER_MINUTE;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Judges a number in a form of a job. An empty field means the default. */
    static FormValidation number(@CheckForNull Item job, Setting setting, @CheckForNull String value) {
        String text = Util.fixEmptyAndTrim(value);
        if (text == null || !mayConfigure(job)) {
            return FormValidation.ok();
        }
        AllowedValues.Range range = AllowedValues.range(setting).orElseThrow();
        try {
            if (range.contains(Integer.parseInt(text))) {
                return FormValidation.ok();
            }
        } catch (NumberFormatException e) {
            // The range is what the user needs to know then, too.
        }
        return FormValidation.error(Messages.Fields_number(range));
    }

    /** Reads the globs of a field that anybody may fill in who configures a job. */
    static FormValidation globs(@CheckForNull String value) {
        for (String glob : UsagePolicy.split(value)) {
            try {
                Glob.parse(glob);
            } catch (IllegalArgumentException e) {
                return FormValidation.error(Messages.Fields_glob(glob, e.getMessage()));
            }
        }
        return FormValidation.ok();
    }

    /**
     * Names the jobs that a list of patterns permits: a pattern that cannot be read does not exist, a wrong one does. Warns of
     * the names of jobs at the top level, where many may create jobs.
     */
    static FormValidation jobs(@CheckForNull String value) {
        if (Util.fixEmptyAndTrim(value) == null || !isAdministrator()) {
            return FormValidation.ok();
        }
        UsagePolicy policy = new UsagePolicy(value, null);
        List<String> names = Jenkins.get().getAllItems(Job.class).stream()
                .map(Job::getFullName)
                .filter(policy::includesJob)
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return FormValidation.warning(Messages.Connection_jobsNone());
        }
        String some = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)))
                + (names.size() > MOST_NAMES ? ", ..." : "");
        return UsagePolicy.split(value).stream().anyMatch(pattern -> !pattern.contains("/"))
                ? FormValidation.warning(Messages.Connection_jobsByName(names.size(), some))
                : FormValidation.ok(Messages.Connection_jobsSome(names.size(), some));
    }

    /** Returns whether the user may fill in a form of the job; where there is no job, whether of all. */
    static boolean mayConfigure(@CheckForNull Item job) {
        return job == null ? isAdministrator() : job.hasPermission(Item.CONFIGURE);
    }

    static boolean isAdministrator() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }
}
