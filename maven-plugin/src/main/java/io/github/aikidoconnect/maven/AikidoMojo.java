package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.location.AzureLocation;
import io.github.aikidoconnect.location.PipelineVariables;
import io.github.aikidoconnect.maven.git.GitCheckout;
import io.github.aikidoconnect.maven.page.RunPage;
import io.github.aikidoconnect.maven.proxy.Proxies;
import io.github.aikidoconnect.maven.proxy.ProxyTransport;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What all goals share: where Azure DevOps is, the way from the parameters to the report, and how it ends. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters that have a default before it calls execute().
abstract class AikidoMojo extends AbstractMojo {

    private static final List<String> ANNOTATIONS = List.of("auto", "never");

    /**
     * The Azure DevOps organization, its name or its URL. Without it, it is found in Azure Pipelines' variables, then in
     * the pom's SCM URL, then in the Git remote <code>origin</code>.
     */
    @Parameter(property = "aikido.azure.organization")
    private @Nullable String azureOrganization;

    /**
     * The Azure DevOps project, its name or its id. Without it, it is found where the organization is;
     * <code>aikido:list</code> then lists the projects.
     */
    @Parameter(property = "aikido.azure.project")
    private @Nullable String azureProject;

    /**
     * The base URL of an Azure DevOps Server or of a test double. All calls go below it, to
     * <code>{url}/{organization}/_apis/...</code>. Without it, they go to <code>https://dev.azure.com</code> and its
     * sister hosts.
     */
    @Parameter(property = "aikido.azure.url")
    private @Nullable String azureUrl;

    /**
     * Hosts, besides Microsoft's and Aikido's, that may be sent a credential where a checkout, Azure Pipelines' variables or a
     * file names them as a server: comma-separated, each <code>host</code> or <code>host:port</code>. Taken from the command
     * line, the environment variable <code>AIKIDO_TRUSTED_HOSTS</code> and settings.xml; ignored in a pom.
     */
    @Parameter(property = "aikido.trustedHosts")
    private @Nullable String trustedHosts;

    /**
     * The id of the <code>&lt;server&gt;</code> in settings.xml whose password, encrypted or not, is the personal access
     * token of Azure DevOps.
     */
    @Parameter(property = "aikido.azure.serverId", defaultValue = "azure-devops")
    private String azureServerId;

    /**
     * The name of the environment variable that holds the personal access token of Azure DevOps. It wins over
     * settings.xml.
     */
    @Parameter(property = "aikido.azure.tokenEnv", defaultValue = "AZURE_DEVOPS_EXT_PAT")
    private String azureTokenEnv;

    /** How long one HTTP call may take, in seconds. */
    @Parameter(property = "aikido.timeout", defaultValue = "30")
    private String timeout;

    /**
     * Where the JSON report goes; it is also written on failure. Default:
     * <code>${project.build.directory}/aikido/{goal}-report.json</code>, and without a pom
     * <code>target/aikido/{goal}-report.json</code>.
     */
    @Parameter(property = "aikido.reportFile")
    private @Nullable File reportFile;

    /**
     * A file that records every HTTP exchange of the run, as HAR 1.2 for a bug report. Secrets, e-mail addresses and names of
     * people are replaced in it.
     */
    @Parameter(property = "aikido.trace")
    private @Nullable File trace;

    /** Whether a problem fails the build. If not, it is a warning. */
    @Parameter(property = "aikido.failOnProblem", defaultValue = "true")
    private String failOnProblem;

    /**
     * Whether problems and a summary are shown on the page of the run in Azure Pipelines and GitHub Actions:
     * <code>auto</code>, where the build runs in one of them; <code>never</code>.
     */
    @Parameter(property = "aikido.annotations", defaultValue = "auto")
    private String annotations;

    /** Does nothing when it is true. */
    @Parameter(property = "aikido.skip", defaultValue = "false")
    private String skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final ParameterValues values = new ParameterValues();
    private final Goal goal;
    private final SettingsDecrypter decrypter;

    AikidoMojo(Goal goal, SettingsDecrypter decrypter) {
        this.goal = goal;
        this.decrypter = decrypter;
    }

    /** Adds what only some goals have. */
    abstract void addTo(ConnectRequest.Builder request);

    /** Adds the credentials that only some goals need. */
    abstract void addCredentials(ConnectRequest.Builder request, Credentials credentials) throws ConfigurationException;

    abstract ConnectReport run(AikidoConnect aikido, ConnectRequest request);

    /** Whether the project may be taken from the place where the build runs. */
    boolean findsTheProject() {
        return true;
    }

    /**
     * Reads what the goal is given beside its parameters.
     *
     * @return the organization, for a goal that no parameter gives one; null where it is to be found in the place where the
     *     build runs
     */
    @Nullable
    String prepare() {
        return null;
    }

    /** Whether the report is one over several projects. */
    boolean severalProjects() {
        return false;
    }

    /** What the goal is about where it is not about a project, up to the name of the organization. */
    Optional<String> whole() {
        return Optional.empty();
    }

    /** Returns why no credential may be looked up. */
    Optional<Problem> untrusted(Location location, Trust trust) {
        return trust.mistake().or(location::problem);
    }

    /** Whether the personal access token is one of the credentials. */
    boolean usesAzureToken() {
        return true;
    }

    /** What tells this from another execution of the same goal, besides the request. */
    List<Object> more() {
        return List.of();
    }

    /** What an error calls the settings. */
    MavenSettingNames settingNames() {
        return new MavenSettingNames(
                azureTokenEnv,
                azureServerId,
                "AIKIDO_CLIENT_ID",
                "AIKIDO_CLIENT_SECRET",
                "aikido",
                "AZURE_DEVOPS_ENTRA_TOKEN");
    }

    /** Returns the environment variables that the goal reads, but for those of the build service. */
    Set<String> variables() {
        return usesAzureToken() ? Set.of(azureTokenEnv, Trust.VARIABLE) : Set.of(Trust.VARIABLE);
    }

    /** Parses the texts of parameters and collects what is wrong with them. */
    final ParameterValues values() {
        return values;
    }

    final String azureTokenEnv() {
        return azureTokenEnv;
    }

    final String azureServerId() {
        return azureServerId;
    }

    final Optional<String> azureProject() {
        return Optional.ofNullable(azureProject).filter(project -> !project.isBlank());
    }

    @Override
    public final void execute() throws MojoFailureException {
        Console console = new Console(getLog(), Colours.of(session));
        if (values.flag("skip", skip, false)) {
            console.info("aikido:" + goal + " is skipped: aikido.skip is true");
            return;
        }
        Trust trust = Trust.of(NamedProperties.of(session, project), System.getenv());
        Given prepared = Given.found(prepare(), "the file of aikido.config");
        Location location = Location.complete(
                trust.parameter("aikido.azure.organization", azureOrganization).or(prepared),
                azureProject,
                trust.parameter("aikido.azure.url", azureUrl),
                findsTheProject(),
                () -> AzureLocation.find(System.getenv(), Location.remoteUrls(project))
                        .or(() -> GitCheckout.location(executionRoot())),
                trust);
        ConnectRequest.Builder request = ConnectRequest.builder()
                .organization(location.organization())
                .project(location.project())
                .azureUrl(location.azureUrl())
                .timeout(Duration.ofSeconds(values.number(Setting.TIMEOUT, "timeout", timeout)));
        addTo(request);
        boolean problemsFail = values.flag("failOnProblem", failOnProblem, true);
        String annotated = values.word("annotations", annotations, ANNOTATIONS);
        List<Problem> mistakes = new ArrayList<>(ParameterCheck.names(session, project, execution));
        mistakes.addAll(values.problems());
        String first = new OncePerBuild(session)
                .doneBy(goal, request.build(), settingNames(), more(), project.getArtifactId());
        if (first != null) {
            console.info("aikido:" + goal + " was started in this build by " + first + ", not again");
            return;
        }
        console.head(goal, request.build(), location, whole());
        trust.warnOfIgnored(trustedHosts, console);
        VariableNames.warnings(variables(), System.getenv().keySet()).forEach(console::warn);
        DebugSwitches.warning(System::getProperty).ifPresent(console::warn);
        RunPage page = annotated.equals("auto") ? RunPage.of(System.getenv(), RunPage.standardOutput()) : RunPage.NONE;
        List<Problem> problems;
        try (StopSignal stop = StopSignal.watch()) {
            ReportFile file = ReportFile.writable(reportFile, goal, project, executionRoot(), mistakes);
            ConnectReport report = mistakes.isEmpty()
                    ? report(request, location, trust, console, stop)
                    : ConnectReport.notStarted(goal, request.build(), Instant.now(), mistakes, severalProjects());
            console.report(report, problemsFail);
            problems = new ArrayList<>(report.problems());
            new ReportOutput(console, page, problemsFail).give(report, file, problems);
        }
        Verdict.give(problems, problemsFail);
    }

    private ConnectReport report(
            ConnectRequest.Builder request, Location location, Trust trust, Console console, StopSignal stop) {
        Instant startedAt = Instant.now();
        ServerSettings settings = new ServerSettings(session.getSettings(), decrypter);
        try {
            ConfigurationException.require(untrusted(location, trust));
            if (trace != null) {
                TraceFile.verify(trace);
            }
            Credentials credentials = new Credentials(System.getenv(), settings, console);
            request.pipelineToken(Secret.of(System.getenv(PipelineVariables.JOB_TOKEN)));
            if (usesAzureToken()) {
                request.azureToken(credentials.password("Azure DevOps token", azureTokenEnv, azureServerId));
            }
            addCredentials(request, credentials);
            Proxies proxies = settings.proxies();
            if (!proxies.isEmpty()) {
                console.info("  proxies from settings.xml: " + proxies);
            }
            try (ProxyTransport transport = proxies.transport();
                    AikidoConnect aikido = AikidoConnect.builder()
                            .transport(transport)
                            .progress(ProgressListener.throttled(console))
                            .settingNames(settingNames())
                            .trace(trace == null ? null : new TraceFile(trace, console)::write)
                            .build()) {
                stop.ends(aikido);
                return run(aikido, request.build());
            }
        } catch (IllegalStateException e) {
            if (!stop.isReceived()) {
                throw e;
            }
            return ConnectReport.notStarted(
                    goal, request.build(), startedAt, List.of(StopSignal.NOT_BEGUN), severalProjects());
        } catch (ConfigurationException e) {
            return ConnectReport.notStarted(goal, request.build(), startedAt, List.of(e.problem()), severalProjects());
        }
    }

    final Path executionRoot() {
        return Path.of(session.getExecutionRootDirectory());
    }
}
