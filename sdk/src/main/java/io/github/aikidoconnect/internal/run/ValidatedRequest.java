package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Region;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.azure.AzureUrls;
import io.github.aikidoconnect.internal.plan.ProjectAddress;
import io.github.aikidoconnect.internal.plan.Selection;
import io.github.aikidoconnect.internal.plan.SettingsRules;
import io.github.aikidoconnect.location.AzureNames;
import io.github.aikidoconnect.location.OrganizationUrl;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A validated request: either all its values are valid, or the problems name those that are not. */
final class ValidatedRequest {

    /** The characters that a token may have in an HTTP header: those of RFC 6750, section 2.1, and all other visible ones. */
    static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

    private final ConnectRequest request;
    private final ProblemTexts texts;
    private final List<Problem> problems = new ArrayList<>();

    private AzureUrls azureUrls = AzureUrls.service();
    private boolean serverRefused;
    private Optional<String> organization = Optional.empty();
    private URI aikidoUrl = Region.EU.url();
    private Selection selection = Selection.of(List.of(), List.of());
    private SettingsRules settings = SettingsRules.of(List.of());

    private ValidatedRequest(ConnectRequest request, ProblemTexts texts) {
        this.request = request;
        this.texts = texts;
    }

    /** Validates a request for a goal. A list of projects needs fewer values than a registration. */
    static ValidatedRequest of(Goal goal, ConnectRequest request, ProblemTexts texts) {
        ValidatedRequest validated = new ValidatedRequest(request, texts);
        if (goal != Goal.COVERAGE) {
            validated.problems.addAll(request.problems());
        }
        request.unreadable()
                .forEach((setting, text) ->
                        validated.problems.add(texts.settings().invalid(setting, text, "is not a valid value")));
        validated.validateAzure(goal);
        validated.validateAikido(goal);
        validated.validateSelection();
        validated.validateNumbers();
        validated.settings = AfterConnectingRules.validate(request.afterConnecting(), texts, validated.problems);
        return validated;
    }

    List<Problem> problems() {
        return problems;
    }

    AzureUrls azureUrls() {
        return azureUrls;
    }

    /** Returns the organization's name, empty if it is missing or not valid. */
    Optional<String> organization() {
        return organization;
    }

    URI aikidoUrl() {
        return aikidoUrl;
    }

    Selection selection() {
        return selection;
    }

    SettingsRules settings() {
        return settings;
    }

    boolean hasAikidoClient() {
        return request.aikidoClientId().isPresent()
                && request.aikidoClientSecret().isPresent();
    }

    /**
     * Returns the address of a project: on the server of the request, and on the server that Azure DevOps itself names. The
     * two differ if a proxy or another host name is in front of the server.
     */
    ProjectAddress place(AzureProject project) {
        String name = organization.orElseThrow();
        Set<String> servers = new HashSet<>();
        servers.add(azureUrls.isService() ? "" : azureUrls.base());
        project.home()
                .filter(home -> home.name().equalsIgnoreCase(name))
                .ifPresent(home -> servers.add(home.azureUrl() == null ? "" : home.azureUrl()));
        return new ProjectAddress(name, project.name(), project.id(), servers);
    }

    /** Returns a key that identifies the workspace, because an API client belongs to one. It contains the client's secret. */
    String clientKey() {
        return aikidoUrl + " " + request.aikidoClientId().map(Secret::reveal).orElse("") + " "
                + request.aikidoClientSecret().map(Secret::reveal).orElse("");
    }

    private void validateAzure(Goal goal) {
        request.azureUrl().ifPresent(url -> validateServer(Setting.AZURE_URL, url));
        request.organization()
                .ifPresentOrElse(
                        this::validateOrganization,
                        () -> problems.add(
                                texts.settings().missing(Setting.AZURE_ORGANIZATION, "The Azure DevOps organization")));
        boolean needsProject = goal == Goal.CONNECT || goal == Goal.STATUS;
        require(
                !needsProject || request.project().isPresent(),
                () -> texts.settings().missing(Setting.AZURE_PROJECT, "The Azure DevOps project"));
        request.project()
                .filter(project -> !AzureNames.isProject(project) && !AzureNames.isId(project))
                .ifPresent(project -> problems.add(texts.settings()
                        .invalid(Setting.AZURE_PROJECT, shown(project), "is not a valid name or id of a project")));
        Optional<AzureSignIn> identity =
                request.azureSignIn().filter(signIn -> signIn.method().isIdentity());
        if (goal != Goal.TOKEN) {
            identity.ifPresent(new SignInRules(texts, problems)::validate);
        }
        require(
                goal == Goal.TOKEN || request.azureToken().isPresent() || identity.isPresent(),
                () -> texts.settings().missing(Setting.AZURE_TOKEN, "The personal access token of Azure DevOps"));
        requireSendable(Setting.AZURE_TOKEN, "The token for Azure DevOps", request.azureToken());
        requireSendable(
                Setting.ENTRA_ACCESS,
                "The access token of Microsoft Entra",
                request.entraAccess().map(EntraAccess::token));
        require(
                goal != Goal.TOKEN || request.entraAccess().isPresent(),
                () -> texts.settings().missing(Setting.ENTRA_ACCESS, "The access token of Microsoft Entra"));
    }

    /**
     * Refuses a token that an HTTP header cannot contain. The JDK would quote the header, with the token, in an
     * exception.
     */
    private void requireSendable(Setting setting, String what, Optional<Secret> token) {
        boolean sendable =
                token.map(secret -> SENDABLE.matcher(secret.reveal()).matches()).orElse(true);
        require(sendable, () -> texts.settings().notSendable(setting, what));
    }

    private void validateOrganization(String given) {
        String name = given;
        if (given.contains("://")) {
            Optional<OrganizationUrl> url = OrganizationUrl.parse(given);
            if (url.isEmpty()) {
                problems.add(texts.settings()
                        .invalid(Setting.AZURE_ORGANIZATION, shown(given), "is not the URL of an organization"));
                return;
            }
            name = url.get().name();
            String server = url.get().azureUrl();
            if (server != null && request.azureUrl().isEmpty()) {
                validateServer(Setting.AZURE_ORGANIZATION, server);
            }
        }
        // The rules for a collection of a server are those of project names; the service has the rules of host names.
        boolean strict = azureUrls.isService() && !serverRefused;
        boolean valid = strict ? AzureNames.isOrganization(name) : AzureNames.isProject(name);
        if (valid) {
            organization = Optional.of(name);
        } else {
            problems.add(texts.settings()
                    .invalid(Setting.AZURE_ORGANIZATION, shown(name), "is not a valid name of an organization"));
        }
    }

    private void validateServer(Setting setting, String text) {
        urls().accept(setting, text)
                .ifPresentOrElse(base -> azureUrls = AzureUrls.below(base), () -> serverRefused = true);
    }

    private void validateAikido(Goal goal) {
        aikidoUrl = request.aikidoUrl()
                .flatMap(url -> urls().accept(Setting.AIKIDO_URL, url))
                .orElse(request.region().url());
        // A check is useful before there is an API client, so there the missing client is only one of the checks.
        boolean needsClient = goal == Goal.CONNECT || goal == Goal.STATUS;
        // The request may already have a problem that explains why the client is missing.
        require(!needsClient || hasAikidoClient() || !request.problems().isEmpty(), this::clientMissing);
    }

    Problem clientMissing() {
        return texts.settings().missing(Setting.AIKIDO_CLIENT, "The id or the secret of Aikido's API client");
    }

    private void validateSelection() {
        try {
            selection = Selection.of(request.includes(), List.of());
        } catch (IllegalArgumentException e) {
            problems.add(texts.settings().glob(Setting.INCLUDES, String.valueOf(e.getMessage())));
            return;
        }
        try {
            selection = Selection.of(request.includes(), request.excludes());
        } catch (IllegalArgumentException e) {
            problems.add(texts.settings().glob(Setting.EXCLUDES, String.valueOf(e.getMessage())));
        }
    }

    private void validateNumbers() {
        number(Setting.PRUNE_LIMIT, request.pruneLimit(), "is not a percentage");
        number(Setting.CALLS_PER_MINUTE, request.callsPerMinute(), "is not a number of calls a minute");
        request.entraAccess()
                .ifPresent(access ->
                        number(Setting.WARN_DAYS, access.warnDays(), "is not a number of days to warn ahead"));
        duration(Setting.SYNC_TIMEOUT, request.syncTimeout(), Duration.ZERO);
        request.maxDuration()
                .ifPresent(longest -> require(
                        longest.compareTo(Duration.ofMinutes(1)) >= 0 && longest.compareTo(Duration.ofDays(1)) <= 0,
                        () -> texts.settings()
                                .invalid(
                                        Setting.MAX_DURATION,
                                        Long.toString(longest.toMinutes()),
                                        "is not a time limit in minutes")));
        duration(Setting.TIMEOUT, request.timeout(), Duration.ofMillis(1));
        request.maxScanAge()
                .ifPresent(age -> number(
                        Setting.MAX_SCAN_AGE,
                        (int) Math.min(age.toDays(), Integer.MAX_VALUE),
                        "is not a number of days"));
    }

    private void number(Setting setting, int value, String why) {
        require(
                AllowedValues.range(setting).orElseThrow().contains(value),
                () -> texts.settings().invalid(setting, Integer.toString(value), why));
    }

    /** Checks a time limit. A caller of the API may choose fractions of a second, down to {@code least}. */
    private void duration(Setting setting, Duration value, Duration least) {
        Duration most =
                Duration.ofSeconds(AllowedValues.range(setting).orElseThrow().most());
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                () -> texts.settings()
                        .invalid(setting, Long.toString(value.toSeconds()), "is not a time limit in seconds"));
    }

    private void require(boolean holds, Supplier<Problem> otherwise) {
        if (!holds) {
            problems.add(otherwise.get());
        }
    }

    private ServerUrls urls() {
        return new ServerUrls(texts, problems);
    }

    private static String shown(String text) {
        return SafeText.withoutToken(SafeText.maskedUrl(text));
    }
}
