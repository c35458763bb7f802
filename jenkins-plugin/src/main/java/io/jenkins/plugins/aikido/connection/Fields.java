package io.jenkins.plugins.aikido.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.util.FormValidation;
import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.location.AzureNames;
import io.github.aikidoconnect.location.Glob;
import io.jenkins.plugins.aikido.Messages;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Validates single fields during input. Nothing is sent to a service. */
@Restricted(NoExternalUse.class)
public final class Fields {

    /** The SDK accepts plain http for the same hosts. */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]", Pattern.CASE_INSENSITIVE);

    private static final int MOST_NAMES = 10;

    private Fields() {}

    /** Validates a field that must not be empty. */
    public static FormValidation required(FormPlace place, @CheckForNull String value, String missing) {
        if (!place.mayConfigure()) {
            return FormValidation.ok();
        }
        return Util.fixEmptyAndTrim(value) == null ? FormValidation.error(missing) : FormValidation.ok();
    }

    /** Validates the name of a connection. */
    public static FormValidation name(FormPlace place, @CheckForNull String value) {
        FormValidation required = required(place, value, Messages.Connection_nameMissing());
        return place.mayConfigure() && hasInvisible(Util.fixNull(value).strip())
                ? FormValidation.error(Messages.Connection_nameInvisible())
                : required;
    }

    /** Returns whether a text has line breaks, control characters or characters that cannot be seen. */
    public static boolean hasInvisible(String text) {
        return !SafeText.oneLine(text).equals(text);
    }

    /** Validates the name or URL of an organization. */
    public static FormValidation organization(
            FormPlace place, @CheckForNull String value, @CheckForNull String azureUrl) {
        FormValidation required = required(place, value, Messages.Connection_organizationMissing());
        if (required.kind != FormValidation.Kind.OK || !place.mayConfigure()) {
            return required;
        }
        String name = Util.fixNull(value).strip();
        if (name.contains("://")) {
            return url(place, name);
        }
        boolean service = Util.fixEmptyAndTrim(azureUrl) == null;
        return (service ? AzureNames.isOrganization(name) : AzureNames.isProject(name))
                ? FormValidation.ok()
                : FormValidation.error(Messages.Connection_organizationWrong());
    }

    /** Validates the id of a credential. */
    public static FormValidation credential(
            FormPlace place,
            @CheckForNull String value,
            String missing,
            BiFunction<String, ItemGroup<?>, Optional<?>> lookup) {
        FormValidation required = required(place, value, missing);
        if (required.kind != FormValidation.Kind.OK || !place.mayConfigure()) {
            return required;
        }
        return lookup.apply(Util.fixNull(value), place.owner()).isPresent()
                ? FormValidation.ok()
                : FormValidation.error(Messages.Connection_credentialGone(value));
    }

    /** Validates a URL. Credentials are sent to it, so it must be https, or http to this machine. */
    public static FormValidation url(FormPlace place, @CheckForNull String value) {
        return place.mayConfigure()
                ? mistakeInUrl(value).map(FormValidation::error).orElseGet(FormValidation::ok)
                : FormValidation.ok();
    }

    /** Returns the mistake in a URL without repeating the URL; empty for a valid or empty URL. */
    public static Optional<String> mistakeInUrl(@CheckForNull String value) {
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

    /** Validates a limit of calls. */
    public static FormValidation callsPerMinute(FormPlace place, @CheckForNull String value) {
        if (!place.mayConfigure()) {
            return FormValidation.ok();
        }
        return isCallsPerMinute(number(value))
                ? FormValidation.ok()
                : FormValidation.error(Messages.Connection_callsWrong());
    }

    public static boolean isCallsPerMinute(int calls) {
        return AllowedValues.range(Setting.CALLS_PER_MINUTE).orElseThrow().contains(calls);
    }

    /** Returns whether nothing was entered in a form yet. A new form shows no errors. */
    public static boolean isUntouched(String... values) {
        return Stream.of(values).allMatch(value -> Util.fixEmptyAndTrim(value) == null);
    }

    /** Returns the number; the default for an empty text; -1, which the SDK refuses, for another text. */
    public static int number(@CheckForNull String value) {
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

    /** Validates a number. An empty field means the default. */
    public static FormValidation number(boolean mayConfigure, Setting setting, @CheckForNull String value) {
        String text = Util.fixEmptyAndTrim(value);
        if (text == null || !mayConfigure) {
            return FormValidation.ok();
        }
        AllowedValues.Range range = AllowedValues.range(setting).orElseThrow();
        try {
            if (range.contains(Integer.parseInt(text))) {
                return FormValidation.ok();
            }
        } catch (NumberFormatException e) {
            // The message below states the valid numbers.
        }
        return FormValidation.error(Messages.Fields_number(range));
    }

    /** Validates globs. */
    public static FormValidation globs(@CheckForNull String value) {
        for (String glob : UsagePolicy.split(value)) {
            try {
                Glob.parse(glob);
            } catch (IllegalArgumentException e) {
                return FormValidation.error(Messages.Fields_glob(glob, e.getMessage()));
            }
        }
        return FormValidation.ok();
    }

    /** Validates a date. */
    public static FormValidation date(@CheckForNull String value) {
        return isDate(value) ? FormValidation.ok() : FormValidation.error(Messages.Connection_dateWrong());
    }

    /** Returns whether a text is a date such as 2027-03-31, or empty. */
    public static boolean isDate(@CheckForNull String value) {
        String text = Util.fixEmptyAndTrim(value);
        try {
            return text == null || LocalDate.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /**
     * Names the jobs that a list permits, because any text is a valid entry. Warns of entries that depend on a name alone: a
     * pattern at the top level, and the name of an item that does not exist yet.
     */
    public static FormValidation jobs(@CheckForNull String value) {
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
        String byName = String.join(
                ", ", UsagePolicy.split(value).stream().filter(Fields::isByName).toList());
        return byName.isEmpty()
                ? FormValidation.ok(Messages.Connection_jobsSome(names.size(), some))
                : FormValidation.warning(Messages.Connection_jobsByName(names.size(), some, byName));
    }

    private static boolean isByName(String entry) {
        return UsagePolicy.isPattern(entry)
                ? UsagePolicy.isPattern(entry.split("/", -1)[0])
                : Jenkins.get().getItemByFullName(entry) == null;
    }

    /** Returns whether the user may configure the job; without a job, whether the user is an administrator. */
    public static boolean mayConfigure(@CheckForNull Item job) {
        return job == null ? isAdministrator() : job.hasPermission(Item.CONFIGURE);
    }

    public static boolean isAdministrator() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }
}
