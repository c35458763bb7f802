package io.github.aikidoconnect;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked for: which project, with which credentials, which of its repositories, and how far it may go.
 * Immutable. Values are judged when it is run, so that a wrong one is a {@link ProblemCode#CONFIGURATION} problem of
 * the report like every other problem.
 */
public final class ConnectRequest {

    private final Builder given;

    private ConnectRequest(Builder given) {
        this.given = given;
    }

    /** Returns a builder with every default set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that begins with the values of this request. */
    public Builder toBuilder() {
        return given.copy();
    }

    /** The value of {@link Builder#organization}, empty where it was not given. */
    public Optional<String> organization() {
        return Optional.ofNullable(given.organization);
    }

    /** The value of {@link Builder#project}, empty where it was not given. */
    public Optional<String> project() {
        return Optional.ofNullable(given.project);
    }

    /** The value of {@link Builder#azureUrl}, empty where it was not given. */
    public Optional<String> azureUrl() {
        return Optional.ofNullable(given.azureUrl);
    }

    /** The value of {@link Builder#azureToken}, empty where it was not given. */
    public Optional<Secret> azureToken() {
        return Optional.ofNullable(given.azureToken);
    }

    /** The value of {@link Builder#pipelineToken}, empty where it was not given. */
    public Optional<Secret> pipelineToken() {
        return Optional.ofNullable(given.pipelineToken);
    }

    /** The value of {@link Builder#entraAccess}, empty where it was not given. */
    public Optional<EntraAccess> entraAccess() {
        return Optional.ofNullable(given.entraAccess);
    }

    /** The value of {@link Builder#aikidoClient}, empty where it was not given. */
    public Optional<Secret> aikidoClientId() {
        return Optional.ofNullable(given.aikidoClientId);
    }

    /** The value of {@link Builder#aikidoClient}, empty where it was not given. */
    public Optional<Secret> aikidoClientSecret() {
        return Optional.ofNullable(given.aikidoClientSecret);
    }

    /** The value of {@link Builder#region}. */
    public Region region() {
        return given.region;
    }

    /** The value of {@link Builder#aikidoUrl}, empty where it was not given. */
    public Optional<String> aikidoUrl() {
        return Optional.ofNullable(given.aikidoUrl);
    }

    /** The value of {@link Builder#includes}. */
    public List<String> includes() {
        return given.includes;
    }

    /** The value of {@link Builder#excludes}. */
    public List<String> excludes() {
        return given.excludes;
    }

    /** The value of {@link Builder#dryRun}. */
    public boolean dryRun() {
        return given.dryRun;
    }

    /** The value of {@link Builder#prune}. */
    public boolean prune() {
        return given.prune;
    }

    /** The value of {@link Builder#pruneLimit}. */
    public int pruneLimit() {
        return given.pruneLimit;
    }

    /** The value of {@link Builder#reactivate}. */
    public boolean reactivate() {
        return given.reactivate;
    }

    /** The value of {@link Builder#maxScanAge}, empty where it was not given. */
    public Optional<Duration> maxScanAge() {
        return Optional.ofNullable(given.maxScanAge);
    }

    /** The value of {@link Builder#scan}. */
    public boolean scan() {
        return given.scan;
    }

    /** The value of {@link Builder#handover}. */
    public Handover handover() {
        return given.handover;
    }

    /** The value of {@link Builder#allowSharedWorkspace}. */
    public boolean allowSharedWorkspace() {
        return given.allowSharedWorkspace;
    }

    /** The value of {@link Builder#callsPerMinute}. */
    public int callsPerMinute() {
        return given.callsPerMinute;
    }

    /** The value of {@link Builder#syncTimeout}. */
    public Duration syncTimeout() {
        return given.syncTimeout;
    }

    /** The value of {@link Builder#maxDuration}, empty where it was not given. */
    public Optional<Duration> maxDuration() {
        return Optional.ofNullable(given.maxDuration);
    }

    /** The value of {@link Builder#timeout}. */
    public Duration timeout() {
        return given.timeout;
    }

    /** The value of {@link Builder#verify}. */
    public boolean verify() {
        return given.verify;
    }

    /** The value of {@link Builder#failOnDrift}. */
    public boolean failOnDrift() {
        return given.failOnDrift;
    }

    /** Returns the settings whose text was none of the values that they can have, with that text. */
    public Map<Setting, String> unreadable() {
        return Map.copyOf(given.unreadable);
    }

    /** The value of {@link Builder#names}, empty where it was not given. */
    public Optional<SettingNames> names() {
        return Optional.ofNullable(given.names);
    }

    /** The values of {@link Builder#problem}. */
    public List<Problem> problems() {
        return List.copyOf(given.problems.values());
    }

    /**
     * Collects a request. Of several calls of one method the last one counts; null and blank mean "not given" and restore
     * the default.
     */
    public static final class Builder {

        private static final Region DEFAULT_REGION = Region.EU;
        private static final Handover DEFAULT_HANDOVER = Handover.AUTO;
        private static final Duration DEFAULT_SYNC_TIMEOUT = Duration.ofMinutes(5);
        private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

        private @Nullable String organization;
        private @Nullable String project;
        private @Nullable String azureUrl;
        private @Nullable Secret azureToken;
        private @Nullable Secret pipelineToken;
        private @Nullable EntraAccess entraAccess;
        private @Nullable Secret aikidoClientId;
        private @Nullable Secret aikidoClientSecret;
        private Region region = DEFAULT_REGION;
        private @Nullable String aikidoUrl;
        private List<String> includes = List.of();
        private List<String> excludes = List.of();
        private boolean dryRun;
        private boolean prune;
        private int pruneLimit = 20;
        private boolean reactivate;
        private @Nullable Duration maxScanAge;
        private boolean scan;
        private Handover handover = DEFAULT_HANDOVER;
        private boolean allowSharedWorkspace;
        private int callsPerMinute = 20;
        private Duration syncTimeout = DEFAULT_SYNC_TIMEOUT;
        private @Nullable Duration maxDuration;
        private Duration timeout = DEFAULT_TIMEOUT;
        private boolean verify = true;
        private boolean failOnDrift;
        private @Nullable SettingNames names;
        private final Map<Setting, Problem> problems = new LinkedHashMap<>();
        private final Map<Setting, String> unreadable = new LinkedHashMap<>();

        private Builder() {}

        /** The organization's name, or its URL. On an Azure DevOps Server the collection. */
        public Builder organization(@Nullable String nameOrUrl) {
            this.organization = TokenRequest.unlessBlank(nameOrUrl);
            return this;
        }

        /** The project's name or id. */
        public Builder project(@Nullable String nameOrId) {
            this.project = TokenRequest.unlessBlank(nameOrId);
            return this;
        }

        /**
         * The base URL of an Azure DevOps Server; every call goes below it. Without it, the calls go to
         * {@code https://dev.azure.com} and its sister hosts.
         */
        public Builder azureUrl(@Nullable String url) {
            this.azureUrl = TokenRequest.unlessBlank(url);
            return this;
        }

        /**
         * The token for Azure DevOps. A personal access token is also sent to Aikido as {@link #handover} says; no other
         * token is.
         */
        public Builder azureToken(@Nullable Secret token) {
            this.azureToken = unlessEmpty(token);
            return this;
        }

        /**
         * The token of the pipeline's job in which this runs, {@code SYSTEM_ACCESSTOKEN} in Azure Pipelines. It is never
         * sent: an equal {@link #azureToken} is recognised by it, which lists only some repositories and is never handed
         * over.
         */
        public Builder pipelineToken(@Nullable Secret token) {
            this.pipelineToken = unlessEmpty(token);
            return this;
        }

        /** What shows the records of the owner's tokens: with it, scopes and expiry are known and not only tried. */
        public Builder entraAccess(@Nullable EntraAccess access) {
            this.entraAccess =
                    access == null || access.token() == null || access.token().isEmpty() ? null : access;
            return this;
        }

        /** The id and the secret of a client of Aikido's public API. It belongs to one workspace. */
        public Builder aikidoClient(@Nullable Secret id, @Nullable Secret secret) {
            this.aikidoClientId = unlessEmpty(id);
            this.aikidoClientSecret = unlessEmpty(secret);
            return this;
        }

        /** Where the workspace is hosted; {@link Region#EU} unless given. */
        public Builder region(@Nullable Region where) {
            this.region = where == null ? DEFAULT_REGION : where;
            unreadable.remove(Setting.AIKIDO_REGION);
            return this;
        }

        /** The same by its name, {@code eu}. */
        public Builder region(@Nullable String name) {
            return named(Setting.AIKIDO_REGION, name, Region::of, this::region);
        }

        /** Another base URL than the region's, for a proxy in front of Aikido or a test double. */
        public Builder aikidoUrl(@Nullable String url) {
            this.aikidoUrl = TokenRequest.unlessBlank(url);
            return this;
        }

        /** Globs on repository names, in any case; all repositories unless given. */
        public Builder includes(@Nullable List<@Nullable String> globs) {
            this.includes = withoutNulls(globs);
            return this;
        }

        /** Globs on repository names, in any case; one that matches here is left out, whatever includes it. */
        public Builder excludes(@Nullable List<@Nullable String> globs) {
            this.excludes = withoutNulls(globs);
            return this;
        }

        /** Whether to stop after the plan. */
        public Builder dryRun(boolean yes) {
            this.dryRun = yes;
            return this;
        }

        /** Whether to deactivate this project's repositories that are excluded or gone. */
        public Builder prune(boolean yes) {
            this.prune = yes;
            return this;
        }

        /** The share of the project's monitored repositories, in percent, that pruning may deactivate; 20. */
        public Builder pruneLimit(int percent) {
            this.pruneLimit = percent;
            return this;
        }

        /**
         * Whether to activate repositories, too, that Aikido has scanned before and that are switched off now. Without
         * it they are left alone: a person switched them off, or they were split by path.
         */
        public Builder reactivate(boolean yes) {
            this.reactivate = yes;
            return this;
        }

        /**
         * How old the last scan of a monitored repository may be. A status or a coverage counts one whose last scan is
         * older, or that was never scanned, as not up to date. Any age will do unless given.
         */
        public Builder maxScanAge(@Nullable Duration oldest) {
            this.maxScanAge = oldest;
            return this;
        }

        /** Whether to start a first scan of what this run activates. */
        public Builder scan(boolean yes) {
            this.scan = yes;
            return this;
        }

        /** When to give Aikido the personal access token; {@link Handover#AUTO} unless given. */
        public Builder handover(@Nullable Handover policy) {
            this.handover = policy == null ? DEFAULT_HANDOVER : policy;
            unreadable.remove(Setting.HANDOVER);
            return this;
        }

        /** The same by its name, {@code auto}. */
        public Builder handover(@Nullable String name) {
            return named(Setting.HANDOVER, name, Handover::of, this::handover);
        }

        /** Whether a workspace that already monitors another project is accepted. */
        public Builder allowSharedWorkspace(boolean yes) {
            this.allowSharedWorkspace = yes;
            return this;
        }

        /** Aikido's limit for the workspace, in calls a rolling minute; 20 unless Aikido has granted more. */
        public Builder callsPerMinute(int calls) {
            this.callsPerMinute = calls;
            return this;
        }

        /** How long to wait for Aikido to import new repositories; 300 seconds. */
        public Builder syncTimeout(@Nullable Duration longest) {
            this.syncTimeout = longest == null ? DEFAULT_SYNC_TIMEOUT : longest;
            return this;
        }

        /**
         * How long a run may take, at least a minute. When the time is over the run sends no more calls, and the report states
         * what remains; the next run does it. Null for as long as it takes.
         */
        public Builder maxDuration(@Nullable Duration longest) {
            this.maxDuration = longest;
            return this;
        }

        /** How long one HTTP call may take, its answer read to the end; 30 seconds. */
        public Builder timeout(@Nullable Duration longest) {
            this.timeout = longest == null ? DEFAULT_TIMEOUT : longest;
            return this;
        }

        /** Whether to read Aikido's list once more after writing, to see that the changes are there; true. */
        public Builder verify(boolean yes) {
            this.verify = yes;
            return this;
        }

        /** Whether a status that finds something missing or stale is a problem. */
        public Builder failOnDrift(boolean yes) {
            this.failOnDrift = yes;
            return this;
        }

        /** What the problems of this request call its settings; unless given, what {@link AikidoConnect} calls them. */
        public Builder names(@Nullable SettingNames given) {
            this.names = given;
            return this;
        }

        /**
         * Notes what went wrong while the value of a setting was looked for, a password that could not be decrypted for
         * instance. A request with a problem is not carried out, and its report has the problem.
         *
         * @param setting whose value it is
         * @param found what went wrong; null takes an earlier one back
         */
        public Builder problem(Setting setting, @Nullable Problem found) {
            if (found == null) {
                problems.remove(setting);
            } else {
                problems.put(setting, found);
            }
            return this;
        }

        /** Returns the request. Nothing is judged yet: that is done when it is run. */
        public ConnectRequest build() {
            return new ConnectRequest(copy());
        }

        private static @Nullable Secret unlessEmpty(@Nullable Secret secret) {
            return secret == null || secret.isEmpty() ? null : secret;
        }

        private <T> Builder named(
                Setting setting,
                @Nullable String name,
                Function<String, Optional<T>> parse,
                Function<@Nullable T, Builder> set) {
            String text = TokenRequest.unlessBlank(name);
            Optional<T> value = text == null ? Optional.empty() : parse.apply(text);
            // The setter forgets what was invalid before.
            Builder unused = set.apply(value.orElse(null));
            if (text != null && value.isEmpty()) {
                unreadable.put(setting, text);
            }
            return this;
        }

        private static List<String> withoutNulls(@Nullable List<@Nullable String> globs) {
            return globs == null
                    ? List.of()
                    : globs.stream().filter(Objects::nonNull).toList();
        }

        private Builder copy() {
            Builder copy = new Builder();
            copy.organization = organization;
            copy.project = project;
            copy.azureUrl = azureUrl;
            copy.azureToken = azureToken;
            copy.pipelineToken = pipelineToken;
            copy.entraAccess = entraAccess;
            copy.aikidoClientId = aikidoClientId;
            copy.aikidoClientSecret = aikidoClientSecret;
            copy.region = region;
            copy.aikidoUrl = aikidoUrl;
            copy.includes = includes;
            copy.excludes = excludes;
            copy.dryRun = dryRun;
            copy.prune = prune;
            copy.pruneLimit = pruneLimit;
            copy.reactivate = reactivate;
            copy.maxScanAge = maxScanAge;
            copy.scan = scan;
            copy.handover = handover;
            copy.allowSharedWorkspace = allowSharedWorkspace;
            copy.callsPerMinute = callsPerMinute;
            copy.syncTimeout = syncTimeout;
            copy.maxDuration = maxDuration;
            copy.timeout = timeout;
            copy.verify = verify;
            copy.failOnDrift = failOnDrift;
            copy.names = names;
            copy.problems.putAll(problems);
            copy.unreadable.putAll(unreadable);
            return copy;
        }
    }
}
