package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.location.AzureLocation;
import io.github.aikidoconnect.maven.git.GitCheckout;
import io.github.aikidoconnect.maven.page.RunPage;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * The base of all goals: the parameters for Azure DevOps, and the steps from the parameters to the report and the result
 * of the build.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters that have a default before it calls execute().
abstract class AikidoMojo extends AbstractMojo {

    private static final List<String> ANNOTATIONS = List.of("auto", "never");

    /**
     * The name or URL of the Azure DevOps organization. If it is not set, it is read from the variables of Azure
     * Pipelines, then from the SCM URL of the pom, then from the Git remote <code>origin</code>.
     */
    @Parameter(property = "aikido.azure.organization")
    private @Nullable String azureOrganization;

    /**
     * The name or id of the Azure DevOps project. If it is not set, it is read from the same place as the organization;
     * <code>aikido:list</code> then lists the projects.
     */
    @Parameter(property = "aikido.azure.project")
    private @Nullable String azureProject;

    /**
     * The base URL of an Azure DevOps Server or of a test double. All calls go to URLs below it,
     * <code>{url}/{organization}/_apis/...</code>. If it is not set, they go to <code>https://dev.azure.com</code> and
     * its sister hosts.
     */
    @Parameter(property = "aikido.azure.url")
    private @Nullable String azureUrl;

    /**
     * Hosts, in addition to those of Microsoft and Aikido, that may receive a credential if a checkout, the variables of
     * Azure Pipelines or a file names them as a server: comma-separated, each <code>host</code> or
     * <code>host:port</code>. Read from the command line, the environment variable <code>AIKIDO_TRUSTED_HOSTS</code> and
     * settings.xml; ignored in a pom.
     */
    @Parameter(property = "aikido.trustedHosts")
    private @Nullable String trustedHosts;

    /**
     * The id of the <code>&lt;server&gt;</code> in settings.xml whose password (encrypted or not) is the personal access
     * token for Azure DevOps.
     */
    @Parameter(property = "aikido.azure.serverId", defaultValue = "azure-devops")
    private String azureServerId;

    /**
     * The name of the environment variable with the personal access token for Azure DevOps. It takes precedence over
     * settings.xml.
     */
    @Parameter(property = "aikido.azure.tokenEnv", defaultValue = "AZURE_DEVOPS_EXT_PAT")
    private String azureTokenEnv;

    /**
     * How to sign in to Azure DevOps: <code>auto</code>, <code>pat</code>, <code>bearer</code>,
     * <code>service-principal</code>, <code>workload-identity</code> or <code>managed-identity</code>. With
     * <code>auto</code>, a given token is used if there is one, or else the identity that Azure's standard environment
     * variables name.
     */
    @Parameter(property = "aikido.azure.auth", defaultValue = "auto")
    private @Nullable String azureAuth;

    /**
     * The id or a domain of the tenant of Microsoft Entra in which an identity signs in. Default: the environment variable
     * <code>AZURE_TENANT_ID</code>, then <code>&lt;configuration&gt;&lt;tenantId&gt;</code> of the server of
     * <code>aikido.azure.serverId</code>.
     */
    @Parameter(property = "aikido.azure.tenantId")
    private @Nullable String azureTenantId;

    /**
     * The id of the application or the managed identity that signs in. Default: the environment variable
     * <code>AZURE_CLIENT_ID</code>, then the username of the server of <code>aikido.azure.serverId</code> if it has a
     * <code>tenantId</code>.
     */
    @Parameter(property = "aikido.azure.clientId")
    private @Nullable String azureClientId;

    /** The time limit for one HTTP call, in seconds. */
    @Parameter(property = "aikido.timeout", defaultValue = "30")
    private String timeout;

    /**
     * The file for the JSON report, which is also written on failure. Default:
     * <code>${project.build.directory}/aikido/{goal}-report.json</code>, without a pom
     * <code>target/aikido/{goal}-report.json</code>.
     */
    @Parameter(property = "aikido.reportFile")
    private @Nullable File reportFile;

    /**
     * A file for the HTTP exchanges of the run, in HAR 1.2, for a bug report. Secrets, e-mail addresses and names of
     * people are replaced in it.
     */
    @Parameter(property = "aikido.trace")
    private @Nullable File trace;

    /** Whether a problem fails the build. If <code>false</code>, a problem is logged as a warning. */
    @Parameter(property = "aikido.failOnProblem", defaultValue = "true")
    private String failOnProblem;

    /**
     * Whether to show problems and a summary on the run page of Azure Pipelines and GitHub Actions: <code>auto</code>
     * (if the build runs in one of them) or <code>never</code>.
     */
    @Parameter(property = "aikido.annotations", defaultValue = "auto")
    private String annotations;

    /** Whether to skip the goal. */
    @Parameter(property = "aikido.skip", defaultValue = "false")
    private String skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final Goal goal;
    private final SettingsDecrypter decrypter;

    AikidoMojo(Goal goal, SettingsDecrypter decrypter) {
        this.goal = goal;
        this.decrypter = decrypter;
    }

    /**
     * Returns what to run.
     *
     * @param values parses the texts of the parameters and collects the invalid ones
     */
    abstract GoalRun goalRun(ParameterValues values);

    /** Returns the part of a run that all goals have. */
    final GoalRunBuilder baseRun(ParameterValues values) {
        return GoalRunBuilder.builder()
                .request(ConnectRequest.builder()
                        .timeout(Duration.ofSeconds(values.number(Setting.TIMEOUT, "timeout", timeout))))
                .names(new MavenSettingNames(
                        azureTokenEnv,
                        azureServerId,
                        "AIKIDO_CLIENT_ID",
                        "AIKIDO_CLIENT_SECRET",
                        "aikido",
                        "AZURE_DEVOPS_ENTRA_TOKEN"))
                .addVariables(Trust.VARIABLE)
                .organization(Given.named(null))
                .azureUrl(Given.named(null))
                .aikidoUrl(Given.named(null));
    }

    /** Returns the part of a run that all goals with the token of Azure DevOps have. */
    final GoalRunBuilder azureRun(ParameterValues values, GoalRun.Lookup signIn) {
        return baseRun(values)
                .projectIsSearched(true)
                .addVariables(azureTokenEnv)
                .addLookups(signIn);
    }

    /** Returns the sign-in of the parameters. */
    final SignInLookup signIn(ParameterValues values) {
        return new SignInLookup(
                values.word("azure.auth", azureAuth, AllowedValues.words(Setting.AZURE_AUTH)),
                azureTokenEnv,
                azureServerId,
                new IdentityVariables.Ids(azureTenantId, azureClientId),
                trust());
    }

    /** Returns the address of Azure DevOps in the parameters. */
    final Given azureUrl() {
        return trust().parameter("aikido.azure.url", azureUrl);
    }

    final Optional<String> azureOrganization() {
        return Optional.ofNullable(azureOrganization).filter(given -> !given.isBlank());
    }

    final Optional<String> azureProject() {
        return Optional.ofNullable(azureProject).filter(given -> !given.isBlank());
    }

    final Path executionRoot() {
        return Path.of(session.getExecutionRootDirectory());
    }

    @Override
    public final void execute() throws MojoFailureException {
        Console console = new Console(getLog(), Colours.of(session));
        ParameterValues values = new ParameterValues();
        if (values.flag("skip", skip, false)) {
            console.info("aikido:" + goal + " is skipped: aikido.skip is true");
            return;
        }
        WarmUp.begin();
        GoalRun run = goalRun(values);
        Trust trust = trust();
        Location location = location(run, trust);
        ConnectRequest.Builder request = run.request()
                .organization(location.organization())
                .project(location.project())
                .azureUrl(location.azureUrl());
        boolean problemsFail = values.flag("failOnProblem", failOnProblem, true);
        RunPage page = values.word("annotations", annotations, ANNOTATIONS).equals("auto")
                ? RunPage.of(System.getenv(), RunPage.standardOutput())
                : RunPage.NONE;
        List<Problem> mistakes = new ArrayList<>(ParameterCheck.names(session, project, execution));
        mistakes.addAll(values.problems());
        if (isDoneBefore(run, request.build(), console)) {
            return;
        }
        if (run.organizations().isEmpty()) {
            console.head(goal, request.build(), location, run.subject());
        } else {
            console.head(goal, request.build(), run.organizations());
        }
        warn(run, trust, console);
        GoalExecution goalExecution =
                new GoalExecution(goal, run, new ServerSettings(session.getSettings(), decrypter), trace, console);
        List<Problem> problems;
        try (StopSignal stop = StopSignal.watch()) {
            ReportFile file = ReportFile.writable(reportFile, goal, project, executionRoot(), mistakes);
            ConnectReport report = mistakes.isEmpty()
                    ? goalExecution.report(request, location, trust, stop)
                    : goalExecution.notStarted(request, Instant.now(), mistakes);
            console.report(report, problemsFail);
            problems = new ArrayList<>(report.problems());
            new ReportOutput(console, page, problemsFail).give(report, file, problems);
        }
        BuildResult.failOn(problems, problemsFail);
    }

    final Trust trust() {
        return Trust.of(NamedProperties.of(session, project), System.getenv());
    }

    private Location location(GoalRun run, Trust trust) {
        if (!run.organizations().isEmpty()) {
            return Location.ofSeveral(azureUrl(), trust);
        }
        return Location.complete(
                new Location.Named(
                        trust.parameter("aikido.azure.organization", azureOrganization)
                                .or(run.organization()),
                        azureProject,
                        run.azureUrl().or(azureUrl())),
                run.projectIsSearched(),
                () -> AzureLocation.find(System.getenv(), Location.remoteUrls(project))
                        .or(() -> GitCheckout.location(executionRoot())),
                trust);
    }

    private boolean isDoneBefore(GoalRun run, ConnectRequest request, Console console) {
        String first =
                new OncePerBuild(session).doneBy(goal, request, run.names(), run.identity(), project.getArtifactId());
        if (first != null) {
            console.info("aikido:" + goal + " already ran in this build for " + first + " and is not repeated");
        }
        return first != null;
    }

    private void warn(GoalRun run, Trust trust, Console console) {
        trust.warnOfIgnored(trustedHosts, console);
        VariableNames.warnings(run.variables(), System.getenv().keySet()).forEach(console::warn);
        DebugSwitches.warning(System::getProperty).ifPresent(console::warn);
    }
}
