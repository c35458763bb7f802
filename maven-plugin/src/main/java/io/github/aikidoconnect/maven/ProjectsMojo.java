package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.maven.config.ConfigException;
import io.github.aikidoconnect.maven.config.ConfigFile;
import io.github.aikidoconnect.maven.config.ConfigReader;
import io.github.aikidoconnect.maven.config.ConnectionConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The base of the goals for the repositories of one project, or of the projects that a file names. */
abstract class ProjectsMojo extends WorkspaceMojo {

    /**
     * A file, <code>aikido-connect.yml</code>, that maps the projects of an organization to workspaces. With it, the
     * goal runs for all of these projects, or with <code>aikido.azure.project</code> only for that one. Several
     * organizations have one file each: name the files, separated by commas, or a folder with <code>*.yml</code> and
     * <code>*.yaml</code> files. A value in a file takes precedence over a parameter. A relative path is resolved
     * against the folder where Maven was started, or with <code>-f</code> against the folder of that pom.
     */
    @Parameter(property = "aikido.config")
    private @Nullable String config;

    /** Comma-separated globs on repository names, case-insensitive. By default, all repositories are selected. */
    @Parameter(property = "aikido.includes")
    private @Nullable List<String> includes;

    /**
     * Comma-separated globs on repository names, case-insensitive. A repository that matches is left out, even if an
     * include matches it.
     */
    @Parameter(property = "aikido.excludes")
    private @Nullable List<String> excludes;

    /**
     * Comma-separated ids of <code>&lt;server&gt;</code> in settings.xml that <code>aikido-connect.yml</code> may name,
     * in addition to those that begin with <code>aikido</code>.
     */
    @Parameter(property = "aikido.serverIds")
    private @Nullable List<String> serverIds;

    /**
     * The time limit for the goal in minutes, 1 to 1440. After it, the goal sends no more calls and reports what
     * remains; the next run makes the remaining changes. By default there is no limit, and Aikido's rate limit decides
     * how long the goal takes.
     */
    @Parameter(property = "aikido.maxMinutes")
    private @Nullable String maxMinutes;

    ProjectsMojo(Goal goal, SettingsDecrypter decrypter) {
        super(goal, decrypter);
    }

    /** Calls the SDK for the project of a request. */
    @FunctionalInterface
    interface ProjectCall {

        ConnectReport run(AikidoConnect aikido, ConnectRequest request);
    }

    /** Calls the SDK for the projects of a configuration file. */
    @FunctionalInterface
    interface OrganizationCall {

        ConnectReport run(AikidoConnect aikido, OrganizationRequest.Builder request);
    }

    /** Calls the SDK for the organizations of several configuration files. */
    @FunctionalInterface
    interface OrganizationsCall {

        ConnectReport run(AikidoConnect aikido, List<OrganizationRequest.Builder> requests);
    }

    /**
     * The calls of the SDK for one project, for one file and for several files.
     *
     * @param project without a file
     * @param organization for the projects of one file
     * @param organizations for several files
     */
    record Calls(ProjectCall project, OrganizationCall organization, OrganizationsCall organizations) {}

    /** Returns the part of a run that all goals about repositories have, with one of the calls. */
    final GoalRunBuilder projectsRun(ParameterValues values, Calls calls) {
        try {
            ConfigPaths paths = ConfigPaths.of(config, executionRoot());
            if (paths.files().isEmpty()) {
                return commonRun(values, signIn(values), true)
                        .call((aikido, request, credentials) -> calls.project().run(aikido, request));
            }
            return paths.several()
                    ? filesRun(paths, values, calls)
                    : fileRun(paths.files().get(0), values, calls);
        } catch (ConfigurationException e) {
            return severalProjects(commonRun(values, signIn(values), false), String.valueOf(config))
                    .addProblems(e.problem())
                    .call((aikido, request, credentials) -> calls.project().run(aikido, request));
        }
    }

    private GoalRunBuilder fileRun(Path path, ParameterValues values, Calls calls) {
        String subject = "projects in " + path.getFileName() + ", organization ";
        SignInLookup signIn = signIn(values);
        try {
            ConfigFile file = ConfigReader.read(path);
            ConnectionRules rules = rules(signIn);
            GoalRunBuilder run = severalProjects(
                    commonRun(values, signIn.of(file.connection()), !file.namesAllClients()), path.toString());
            ConfiguredProjects projects = new ConfiguredProjects(file, run.names(), Globs.of(serverIds));
            Given aikido = rules.aikidoUrlOf(file).or(rules.aikidoUrl());
            run.request().aikidoUrl(aikido.value());
            return withVariables(run, file)
                    .subject(azureProject().isPresent() ? Optional.empty() : Optional.of(subject))
                    .organization(Given.found(file.organization(), "the file of aikido.config"))
                    .azureUrl(rules.azureUrlOf(file))
                    .aikidoUrl(aikido)
                    .problems(rules.mistakes(file))
                    .call((connect, request, credentials) ->
                            calls.organization().run(connect, projects.request(request, credentials)));
        } catch (ConfigException e) {
            return severalProjects(commonRun(values, signIn, false), path.toString())
                    .subject(azureProject().isPresent() ? Optional.empty() : Optional.of(subject))
                    .addProblems(OrganizationFiles.problem(e))
                    .call((aikido, request, credentials) -> calls.project().run(aikido, request));
        }
    }

    private GoalRunBuilder filesRun(ConfigPaths paths, ParameterValues values, Calls calls) {
        SignInLookup signIn = signIn(values);
        ConnectionRules rules = rules(signIn);
        OrganizationFiles read = OrganizationFiles.read(paths, rules);
        GoalRunBuilder run =
                severalProjects(commonRun(values, signIn, true), paths.files().toString());
        read.files().forEach(file -> withVariables(run, file));
        ConfiguredOrganizations organizations = new ConfiguredOrganizations(
                read.files(),
                rules,
                new ConfiguredOrganizations.Lookups(signIn, clientLookup(), entraLookup(values)),
                run.names(),
                Globs.of(serverIds));
        List<Problem> mistakes = new ArrayList<>(read.mistakes());
        azureOrganization().ifPresent(given -> mistakes.add(unused("azure.organization", "azureOrganization")));
        azureProject().ifPresent(given -> mistakes.add(unused("azure.project", "azureProject")));
        return run.lookups(List.of())
                .organizations(read.names())
                .problems(mistakes)
                .call((aikido, request, credentials) ->
                        calls.organizations().run(aikido, organizations.requests(request, credentials)));
    }

    private static Problem unused(String property, String tag) {
        return new Problem(
                ProblemCode.CONFIGURATION,
                "aikido.config names several files, and aikido." + property + " belongs to one organization.",
                "Remove " + MavenSettingNames.parameter(property, tag) + ", or name one file in "
                        + MavenSettingNames.parameter("config", "config") + ".");
    }

    private ConnectionRules rules(SignInLookup signIn) {
        TokenNameRules names = new TokenNameRules(signIn.tokenEnv(), signIn.serverId(), Globs.of(serverIds));
        return new ConnectionRules(trust(), names, azureUrl(), aikidoUrl());
    }

    private GoalRunBuilder commonRun(ParameterValues values, GoalRun.Lookup signIn, boolean hasOneClient) {
        GoalRunBuilder run = withWorkspace(azureRun(values, signIn), values, hasOneClient);
        run.request().includes(Globs.of(includes)).excludes(Globs.of(excludes)).maxDuration(maxDuration(values));
        return run;
    }

    private static GoalRunBuilder severalProjects(GoalRunBuilder run, String paths) {
        return run.projectIsSearched(false).severalProjects(true).addIdentity(paths);
    }

    private static GoalRunBuilder withVariables(GoalRunBuilder run, ConfigFile file) {
        String variable = file.connection().text(ConnectionConfig.AZURE_TOKEN_ENV);
        return variable == null ? run : run.addVariables(variable);
    }

    /** Returns the value of {@code aikido.maxScanAge}, null where it is not given. */
    final @Nullable Duration scanAge(ParameterValues values, @Nullable String days) {
        return days == null || days.isBlank()
                ? null
                : Duration.ofDays(values.number(Setting.MAX_SCAN_AGE, "maxScanAge", days));
    }

    private @Nullable Duration maxDuration(ParameterValues values) {
        return maxMinutes == null || maxMinutes.isBlank()
                ? null
                : Duration.ofMinutes(values.number(Setting.MAX_DURATION, "maxMinutes", maxMinutes));
    }
}
