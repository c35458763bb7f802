package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AllowedValues;
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
import io.github.aikidoconnect.location.AzureNames;
import io.github.aikidoconnect.location.OrganizationUrl;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A request, judged: either everything in it can be, or the problems say what cannot. */
final class ValidatedRequest {

    private static final String LOOPBACK = "localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]";

    /** What a header can hold (RFC 6750, 2.1, and more). */
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

    private final ConnectRequest request;
    private final ProblemTexts wording;
    private final List<Problem> problems = new ArrayList<>();

    private AzureUrls azureUrls = AzureUrls.service();
    private boolean serverRefused;
    private Optional<String> organization = Optional.empty();
    private URI aikidoUrl = Region.EU.url();
    private Selection selection = Selection.of(List.of(), List.of());

    private ValidatedRequest(ConnectRequest request, ProblemTexts wording) {
        this.request = request;
        this.wording = wording;
    }

    /** Judges a request for a goal: a list of projects needs less than a registration. */
    static ValidatedRequest of(Goal goal, ConnectRequest request, ProblemTexts wording) {
        ValidatedRequest target = new ValidatedRequest(request, wording);
        if (goal != Goal.COVERAGE) {
            target.problems.addAll(request.problems());
        }
        request.unreadable()
                .forEach(
                        (setting, text) -> target.problems.add(wording.invalid(setting, text, "is not a valid value")));
        target.judgeAzure(goal);
        target.judgeAikido(goal);
        target.judgeSelection();
        target.judgeNumbers();
        return target;
    }

    List<Problem> problems() {
        return problems;
    }

    AzureUrls azureUrls() {
        return azureUrls;
    }

    /** Returns the organization's name, empty where it was not given. */
    Optional<String> organization() {
        return organization;
    }

    URI aikidoUrl() {
        return aikidoUrl;
    }

    Selection selection() {
        return selection;
    }

    boolean hasAikidoClient() {
        return request.aikidoClientId().isPresent()
                && request.aikidoClientSecret().isPresent();
    }

    /**
     * Returns where a project is: at the server that the run talks to, and where that says that the organization is, since
     * a proxy or another host name may be in front of it.
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

    /** Returns what tells the workspace from others: an API client belongs to one. It holds the client's secret. */
    String clientKey() {
        return aikidoUrl + " " + request.aikidoClientId().map(Secret::reveal).orElse("") + " "
                + request.aikidoClientSecret().map(Secret::reveal).orElse("");
    }

    private void judgeAzure(Goal goal) {
        request.azureUrl().ifPresent(url -> judgeServer(Setting.AZURE_URL, url));
        request.organization()
                .ifPresentOrElse(
                        this::judgeOrganization,
                        () -> problems.add(
                                wording.missing(Setting.AZURE_ORGANIZATION, "The Azure DevOps organization")));
        boolean needsProject = goal == Goal.CONNECT || goal == Goal.STATUS;
        require(
                !needsProject || request.project().isPresent(),
                () -> wording.missing(Setting.AZURE_PROJECT, "The Azure DevOps project"));
        request.project()
                .filter(project -> !AzureNames.isProject(project) && !AzureNames.isId(project))
                .ifPresent(project -> problems.add(wording.invalid(
                        Setting.AZURE_PROJECT, shown(project), "cannot be the name or id of a project")));
        require(
                goal == Goal.TOKEN || request.azureToken().isPresent(),
                () -> wording.missing(Setting.AZURE_TOKEN, "The personal access token of Azure DevOps"));
        requireSendable(Setting.AZURE_TOKEN, "The token for Azure DevOps", request.azureToken());
        requireSendable(
                Setting.ENTRA_ACCESS,
                "The access token of Microsoft Entra",
                request.entraAccess().map(EntraAccess::token));
        require(
                goal != Goal.TOKEN || request.entraAccess().isPresent(),
                () -> wording.missing(Setting.ENTRA_ACCESS, "The access token of Microsoft Entra"));
    }

    /** The JDK quotes a header that it refuses, with the token in it, so that such a token must not come so far. */
    private void requireSendable(Setting setting, String what, Optional<Secret> token) {
        boolean sendable =
                token.map(secret -> SENDABLE.matcher(secret.reveal()).matches()).orElse(true);
        require(sendable, () -> wording.notSendable(setting, what));
    }

    private void judgeOrganization(String given) {
        String name = given;
        if (given.contains("://")) {
            Optional<OrganizationUrl> url = OrganizationUrl.parse(given);
            if (url.isEmpty()) {
                problems.add(
                        wording.invalid(Setting.AZURE_ORGANIZATION, shown(given), "is not the URL of an organization"));
                return;
            }
            name = url.get().name();
            String server = url.get().azureUrl();
            if (server != null && request.azureUrl().isEmpty()) {
                judgeServer(Setting.AZURE_ORGANIZATION, server);
            }
        }
        // A collection of a server follows the rules of project names, and the service those of host names.
        boolean strict = azureUrls.isService() && !serverRefused;
        boolean valid = strict ? AzureNames.isOrganization(name) : AzureNames.isProject(name);
        if (valid) {
            organization = Optional.of(name);
        } else {
            problems.add(
                    wording.invalid(Setting.AZURE_ORGANIZATION, shown(name), "cannot be the name of an organization"));
        }
    }

    private void judgeServer(Setting setting, String text) {
        url(setting, text).ifPresentOrElse(base -> azureUrls = AzureUrls.below(base), () -> serverRefused = true);
    }

    private void judgeAikido(Goal goal) {
        aikidoUrl = request.aikidoUrl()
                .flatMap(url -> url(Setting.AIKIDO_URL, url))
                .orElse(request.region().url());
        // A check without them is of use while a token is being made, so there it is one verdict among others.
        boolean needsClient = goal == Goal.CONNECT || goal == Goal.STATUS;
        // Why it is not there may be known already.
        require(!needsClient || hasAikidoClient() || !request.problems().isEmpty(), this::clientMissing);
    }

    Problem clientMissing() {
        return wording.missing(Setting.AIKIDO_CLIENT, "The id or the secret of Aikido's API client");
    }

    private void judgeSelection() {
        try {
            selection = Selection.of(request.includes(), List.of());
        } catch (IllegalArgumentException e) {
            problems.add(wording.glob(Setting.INCLUDES, String.valueOf(e.getMessage())));
            return;
        }
        try {
            selection = Selection.of(request.includes(), request.excludes());
        } catch (IllegalArgumentException e) {
            problems.add(wording.glob(Setting.EXCLUDES, String.valueOf(e.getMessage())));
        }
    }

    private void judgeNumbers() {
        number(Setting.PRUNE_LIMIT, request.pruneLimit(), "is not a percentage");
        number(Setting.CALLS_PER_MINUTE, request.callsPerMinute(), "is not a number of calls a minute");
        request.entraAccess()
                .ifPresent(access ->
                        number(Setting.WARN_DAYS, access.warnDays(), "is not a number of days to warn ahead"));
        duration(Setting.SYNC_TIMEOUT, request.syncTimeout(), Duration.ZERO);
        request.maxDuration()
                .ifPresent(longest -> require(
                        longest.compareTo(Duration.ofMinutes(1)) >= 0 && longest.compareTo(Duration.ofDays(1)) <= 0,
                        () -> wording.invalid(
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
                () -> wording.invalid(setting, Integer.toString(value), why));
    }

    /** A programmer may choose fractions of a second, down to {@code least}. */
    private void duration(Setting setting, Duration value, Duration least) {
        Duration most =
                Duration.ofSeconds(AllowedValues.range(setting).orElseThrow().most());
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                () -> wording.invalid(setting, Long.toString(value.toSeconds()), "is not a time limit in seconds"));
    }

    private void require(boolean holds, Supplier<Problem> otherwise) {
        if (!holds) {
            problems.add(otherwise.get());
        }
    }

    /** Accepts https everywhere and http only where nobody can listen: credentials go to these addresses. */
    private Optional<URI> url(Setting setting, String text) {
        Optional<URI> parsed = parse(text);
        String scheme =
                parsed.map(URI::getScheme).map(s -> s.toLowerCase(Locale.ROOT)).orElse("");
        boolean plain = scheme.equals("http");
        if (!(plain || scheme.equals("https")) || parsed.map(URI::getHost).isEmpty()) {
            problems.add(wording.invalid(setting, SafeText.maskedUrl(text), "is not an https URL"));
        } else if (parsed.get().getRawUserInfo() != null) {
            problems.add(wording.invalid(setting, SafeText.maskedUrl(text), "must not hold a user or password"));
        } else if (parsed.get().getRawQuery() != null || parsed.get().getRawFragment() != null) {
            problems.add(wording.invalid(setting, SafeText.maskedUrl(text), "must end with its path"));
        } else if (plain && !parsed.get().getHost().toLowerCase(Locale.ROOT).matches(LOOPBACK)) {
            problems.add(wording.invalid(
                    setting, text, "is plain http, which would show the credentials to everybody on the way"));
        } else {
            return parsed;
        }
        return Optional.empty();
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String shown(String text) {
        return SafeText.withoutToken(SafeText.maskedUrl(text));
    }
}
