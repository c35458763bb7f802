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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The base of the goals for the repositories of one project, or of the projects that a file names. */
abstract class ProjectsMojo extends WorkspaceMojo {

    /**
     * A file, <code>aikido-connect.yml</code>, that maps the projects of an organization to workspaces. With it, the
     * goal runs for all of these projects, or with <code>aikido.azure.project</code> only for that one. A value in the
     * file takes precedence over a parameter. A relative path is resolved against the folder where Maven was started, or
     * with <code>-f</code> against the folder of that pom.
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

    /** Returns the part of a run that all goals about repositories have, with one of two calls. */
    final GoalRunBuilder projectsRun(ParameterValues values, ProjectCall oneProject, OrganizationCall allProjects) {
        Optional<Path> path = configFile();
        if (path.isEmpty()) {
            return commonRun(values, true).call((aikido, request, credentials) -> oneProject.run(aikido, request));
        }
        try {
            ConfigFile file = ConfigReader.read(path.get());
            GoalRunBuilder run = fileRun(path.get(), values, needsOneClientForAll(file));
            ConfiguredProjects projects = new ConfiguredProjects(file, run.names(), Globs.of(serverIds));
            return run.organization(Given.found(file.organization(), "the file of aikido.config"))
                    .call((aikido, request, credentials) ->
                            allProjects.run(aikido, projects.request(request, credentials)));
        } catch (ConfigException e) {
            return fileRun(path.get(), values, false)
                    .problem(Optional.of(problem(e)))
                    .call((aikido, request, credentials) -> oneProject.run(aikido, request));
        }
    }

    private GoalRunBuilder commonRun(ParameterValues values, boolean hasOneClient) {
        GoalRunBuilder run = withWorkspace(azureRun(values), values, hasOneClient);
        run.request().includes(Globs.of(includes)).excludes(Globs.of(excludes)).maxDuration(maxDuration(values));
        return run;
    }

    private GoalRunBuilder fileRun(Path path, ParameterValues values, boolean hasOneClient) {
        return commonRun(values, hasOneClient)
                .projectIsSearched(false)
                .severalProjects(true)
                .addIdentity(path.toString())
                .subject(
                        azureProject().isPresent()
                                ? Optional.empty()
                                : Optional.of("projects in " + path.getFileName() + ", organization "));
    }

    /** Returns the same file in every module. A value that Maven resolves would be a different file in each of them. */
    private Optional<Path> configFile() {
        return Optional.ofNullable(config)
                .filter(given -> !given.isBlank())
                .map(given -> executionRoot().resolve(given.strip()).normalize());
    }

    /** Where each part of the file names a client, a common client that cannot be read must not end the run. */
    private static boolean needsOneClientForAll(ConfigFile file) {
        return file.defaults().client() == null
                && file.projects().stream().anyMatch(entry -> entry.config().client() == null);
    }

    private static Problem problem(ConfigException mistake) {
        return new Problem(
                ProblemCode.CONFIGURATION,
                mistake.getMessage() + ".",
                mistake.isInFile()
                        ? "Correct it; docs/organizations.md has all keys, and a schema for editors."
                        : "Correct " + MavenSettingNames.parameter("config", "config") + ".");
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
