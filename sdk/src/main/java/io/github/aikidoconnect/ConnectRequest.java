package io.github.aikidoconnect;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The input of a run: the project, the credentials, the selection of repositories, and what the run may change. Values
 * are validated when the request is run: an invalid value is a {@link ProblemCode#CONFIGURATION} problem of the report.
 * Requests come from {@link #builder()}; {@link Builder} describes each value. A value that was not set is empty.
 *
 * @param problemsBySetting the problems that {@link Builder#problem} noted
 * @param unreadable the settings whose text was not a valid value, with that text
 */
@GeneratedValues
public record ConnectRequest(
        Optional<String> organization,
        Optional<String> project,
        Optional<String> azureUrl,
        Optional<Secret> azureToken,
        Optional<AzureSignIn> azureSignIn,
        Optional<Secret> pipelineToken,
        Optional<EntraAccess> entraAccess,
        Optional<Secret> aikidoClientId,
        Optional<Secret> aikidoClientSecret,
        Region region,
        Optional<String> aikidoUrl,
        List<String> includes,
        List<String> excludes,
        boolean dryRun,
        boolean prune,
        int pruneLimit,
        boolean reactivate,
        Optional<Duration> maxScanAge,
        boolean scan,
        Handover handover,
        boolean allowSharedWorkspace,
        int callsPerMinute,
        Duration syncTimeout,
        Optional<Duration> maxDuration,
        Duration timeout,
        boolean verify,
        boolean failOnDrift,
        AfterConnecting afterConnecting,
        Optional<SettingNames> names,
        Map<Setting, Problem> problemsBySetting,
        Map<Setting, String> unreadable) {

    private static final ConnectRequest DEFAULTS = ConnectRequestValues.withoutDefaults()
            .region(Region.EU)
            .includes(List.of())
            .excludes(List.of())
            .pruneLimit(20)
            .handover(Handover.AUTO)
            .callsPerMinute(20)
            .syncTimeout(Duration.ofMinutes(5))
            .timeout(Duration.ofSeconds(30))
            .verify(true)
            .afterConnecting(AfterConnecting.NOTHING)
            .problemsBySetting(Map.of())
            .unreadable(Map.of())
            .build();

    public ConnectRequest {
        organization = Given.text(organization);
        project = Given.text(project);
        azureUrl = Given.text(azureUrl);
        aikidoUrl = Given.text(aikidoUrl);
        azureToken = Given.secret(azureToken);
        pipelineToken = Given.secret(pipelineToken);
        aikidoClientId = Given.secret(aikidoClientId);
        aikidoClientSecret = Given.secret(aikidoClientSecret);
        entraAccess = entraAccess.filter(EntraAccess::isGiven);
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
        problemsBySetting = Collections.unmodifiableMap(new LinkedHashMap<>(problemsBySetting));
        unreadable = Map.copyOf(unreadable);
    }

    /** Returns a builder with every default set. */
    public static Builder builder() {
        return DEFAULTS.toBuilder();
    }

    /** Returns a builder that begins with the values of this request. */
    public Builder toBuilder() {
        return new Builder(ConnectRequestValues.copyOf(this)
                .problemsBySetting(new LinkedHashMap<>(problemsBySetting))
                .unreadable(new LinkedHashMap<>(unreadable)));
    }

    /** Returns the problems that {@link Builder#problem} noted, in the order in which their settings were first noted. */
    public List<Problem> problems() {
        return List.copyOf(problemsBySetting.values());
    }

    /** Contains only the organization and the project, because a URL of a request may contain a password. */
    @Override
    public String toString() {
        return "ConnectRequest" + List.of(organization.map(SafeText::maskedUrl), project.map(SafeText::maskedUrl));
    }

    /** Collects a request. The last call of a method counts; null and blank mean "not given" and restore the default. */
    public static final class Builder {

        private ConnectRequestValues values;

        private Builder(ConnectRequestValues values) {
            this.values = values;
        }

        private Builder with(ConnectRequestValues changed) {
            values = changed;
            return this;
        }

        /** The organization's name, or its URL. On an Azure DevOps Server, the collection. */
        public Builder organization(@Nullable String nameOrUrl) {
            return with(values.organization(nameOrUrl));
        }

        /** The project's name or id. */
        public Builder project(@Nullable String nameOrId) {
            return with(values.project(nameOrId));
        }

        /** The base URL of an Azure DevOps Server; the default is {@code https://dev.azure.com} with its sister hosts. */
        public Builder azureUrl(@Nullable String url) {
            return with(values.azureUrl(url));
        }

        /** The token for Azure DevOps. A personal access token is also sent to Aikido, depending on {@link #handover}. */
        public Builder azureToken(@Nullable Secret token) {
            return with(values.azureToken(token));
        }

        /** How to sign in to Azure DevOps; by default, with {@link #azureToken} in the form that Azure DevOps accepts. */
        public Builder azureSignIn(@Nullable AzureSignIn how) {
            return with(values.azureSignIn(how));
        }

        /** The token of the pipeline's job. It is never sent: an equal {@link #azureToken} is recognized by it. */
        public Builder pipelineToken(@Nullable Secret token) {
            return with(values.pipelineToken(token));
        }

        /** Access to the records of the owner's tokens, which state scopes and expiry. */
        public Builder entraAccess(@Nullable EntraAccess access) {
            return with(values.entraAccess(access));
        }

        /** The id and the secret of a client of Aikido's public API. It belongs to one workspace. */
        public Builder aikidoClient(@Nullable Secret id, @Nullable Secret secret) {
            return with(values.aikidoClientId(id).aikidoClientSecret(secret));
        }

        /** Where the workspace is hosted; {@link Region#EU} unless given. */
        public Builder region(@Nullable Region where) {
            values.unreadable().remove(Setting.AIKIDO_REGION);
            return with(values.region(where == null ? DEFAULTS.region() : where));
        }

        /** The region by its name, for example {@code eu}. */
        public Builder region(@Nullable String name) {
            Optional<String> text = Given.text(Optional.ofNullable(name));
            Optional<Region> value = text.flatMap(Region::of);
            return region(value.orElse(null)).unreadable(Setting.AIKIDO_REGION, text.filter(given -> value.isEmpty()));
        }

        /** Another base URL than the region's, for a proxy in front of Aikido or a test double. */
        public Builder aikidoUrl(@Nullable String url) {
            return with(values.aikidoUrl(url));
        }

        /** Globs on repository names, in any case; all repositories unless given. */
        public Builder includes(@Nullable List<@Nullable String> globs) {
            return with(values.includes(Given.list(globs)));
        }

        /** Globs on repository names, in any case; a repository that matches is left out even if an include matches it. */
        public Builder excludes(@Nullable List<@Nullable String> globs) {
            return with(values.excludes(Given.list(globs)));
        }

        /** Whether to stop after the plan. */
        public Builder dryRun(boolean yes) {
            return with(values.dryRun(yes));
        }

        /** Whether to deactivate this project's repositories that are excluded or gone. */
        public Builder prune(boolean yes) {
            return with(values.prune(yes));
        }

        /** The share of the project's monitored repositories, in percent, that pruning may deactivate; 20. */
        public Builder pruneLimit(int percent) {
            return with(values.pruneLimit(percent));
        }

        /** Whether to activate repositories that were switched off after a scan; by default they are left alone. */
        public Builder reactivate(boolean yes) {
            return with(values.reactivate(yes));
        }

        /**
         * The maximum age of the last scan of a monitored repository. {@code status} and {@code coverage} count a repository
         * with an older scan, or with none, as not up to date. By default any age is accepted.
         */
        public Builder maxScanAge(@Nullable Duration oldest) {
            return with(values.maxScanAge(oldest));
        }

        /** Whether to start a first scan of the repositories that this run activates. */
        public Builder scan(boolean yes) {
            return with(values.scan(yes));
        }

        /** When to give Aikido the personal access token; {@link Handover#AUTO} unless given. */
        public Builder handover(@Nullable Handover policy) {
            values.unreadable().remove(Setting.HANDOVER);
            return with(values.handover(policy == null ? DEFAULTS.handover() : policy));
        }

        /** The policy by its name, for example {@code auto}. */
        public Builder handover(@Nullable String name) {
            Optional<String> text = Given.text(Optional.ofNullable(name));
            Optional<Handover> value = text.flatMap(Handover::of);
            return handover(value.orElse(null)).unreadable(Setting.HANDOVER, text.filter(given -> value.isEmpty()));
        }

        /** Whether a workspace that already monitors another project is accepted. */
        public Builder allowSharedWorkspace(boolean yes) {
            return with(values.allowSharedWorkspace(yes));
        }

        /** Aikido's limit for the workspace, in calls a rolling minute; 20 unless Aikido has granted more. */
        public Builder callsPerMinute(int calls) {
            return with(values.callsPerMinute(calls));
        }

        /** How long to wait for Aikido to import new repositories; 300 seconds. */
        public Builder syncTimeout(@Nullable Duration longest) {
            return with(values.syncTimeout(longest == null ? DEFAULTS.syncTimeout() : longest));
        }

        /** The maximum duration of a run, at least a minute; the next run does what remains. Unlimited by default. */
        public Builder maxDuration(@Nullable Duration longest) {
            return with(values.maxDuration(longest));
        }

        /** The time limit for one HTTP call, including reading the answer; 30 seconds. */
        public Builder timeout(@Nullable Duration longest) {
            return with(values.timeout(longest == null ? DEFAULTS.timeout() : longest));
        }

        /** Whether to read Aikido's list again after writes, to verify the changes; true. */
        public Builder verify(boolean yes) {
            return with(values.verify(yes));
        }

        /** Whether missing or stale repositories are a problem of a status. */
        public Builder failOnDrift(boolean yes) {
            return with(values.failOnDrift(yes));
        }

        /** Changes what the run does after connecting, for example {@code after -> after.plusSettings(settings)}. */
        public Builder afterConnecting(UnaryOperator<AfterConnecting> change) {
            return with(values.afterConnecting(change.apply(values.afterConnecting())));
        }

        /** The names of the settings in the problems of this request; by default, those of {@link AikidoConnect}. */
        public Builder names(@Nullable SettingNames given) {
            return with(values.names(given));
        }

        /**
         * Notes why the value of a setting could not be determined, such as a password that could not be decrypted; null
         * removes an earlier problem. A request with a problem is not run, and its report has the problem.
         */
        public Builder problem(Setting setting, @Nullable Problem found) {
            values.problemsBySetting().compute(setting, (known, earlier) -> found);
            return this;
        }

        /** Returns the request. Its values are validated when it is run. */
        public ConnectRequest build() {
            return values.build();
        }

        private Builder unreadable(Setting setting, Optional<String> text) {
            text.ifPresent(given -> values.unreadable().put(setting, given));
            return this;
        }
    }
}
