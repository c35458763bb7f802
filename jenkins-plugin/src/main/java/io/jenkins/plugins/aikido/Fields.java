package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.location.AzureNames;
import io.github.aikidoconnect.location.Glob;


import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Job;
import hudson.util.FormValidation;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import jenkins.model.Jenkins;

/** Judges single fields while they are filled in. Nothing is sent anywhere: that is what the button is for. */
final class Fields {

    private static final String LOOPBACK = "localhost|127(\\.\\d{1,3}){3}|\\[?::1]?";

    /** What the SDK takes for a mistake is one here. */
    private static final int MOST_CALLS = 10_000;

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

    /** Credentials go there, so it is https, or http where nobody can listen. */
    static FormValidation url(@CheckForNull String value) {
        String text = Util.fixEmptyAndTrim(value);
        if (text == null || !isAdministrator()) {
            return FormValidation.ok();
        }
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            return FormValidation.error(Messages.Connection_urlWrong());
        }
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            return FormValidation.error(Messages.Connection_urlWrong());
        }
        boolean safe = "https".equalsIgnoreCase(uri.getScheme())
                || ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost().matches(LOOPBACK));
        return safe ? FormValidation.ok() : FormValidation.error(Messages.Connection_urlPlain());
    }

    static FormValidation callsPerMinute(@CheckForNull String value) {
        if (!isAdministrator()) {
            return FormValidation.ok();
        }
        int calls = number(value);
        return calls > 0 && calls <= MOST_CALLS
                ? FormValidation.ok()
                : FormValidation.error(Messages.Connection_callsWrong());
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

    /** Reads the globs of a field that anybody may fill in who configures a job. */
    static FormValidation globs(@CheckForNull String value) {
        for (String glob : Permit.split(value)) {
            try {
                Glob.parse(glob);
            } catch (IllegalArgumentException e) {
                return FormValidation.error(Messages.Fields_glob(glob, e.getMessage()));
            }
        }
        return FormValidation.ok();
    }

    /** Tells how many jobs a list of patterns permits: a pattern that cannot be read does not exist, a wrong one does. */
    static FormValidation jobs(@CheckForNull String value) {
        if (Util.fixEmptyAndTrim(value) == null || !isAdministrator()) {
            return FormValidation.ok();
        }
        Permit permit = new Permit(value, null);
        long count = Jenkins.get().getAllItems(Job.class).stream()
                .filter(job -> permit.includesJob(job.getFullName()))
                .count();
        return count == 0
                ? FormValidation.warning(Messages.Connection_jobsNone())
                : FormValidation.ok(Messages.Connection_jobsSome(count));
    }

    /** Returns whether the user may fill in a form of the job; where there is no job, whether of all. */
    static boolean mayConfigure(@CheckForNull Item job) {
        return job == null ? isAdministrator() : job.hasPermission(Item.CONFIGURE);
    }

    static boolean isAdministrator() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }
}
