package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.maven.config.ClientName;
import io.github.aikidoconnect.maven.config.ConfigException;
import io.github.aikidoconnect.maven.config.ConfigFile;
import io.github.aikidoconnect.maven.config.ConfigReader;
import io.github.aikidoconnect.maven.config.FileSettingNames;
import io.github.aikidoconnect.maven.config.ProjectConfig;
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

    private @Nullable ConfigFile file;
    private @Nullable ConfigException mistake;
    private @Nullable Credentials credentials;

    ProjectsMojo(Goal goal, SettingsDecrypter decrypter) {
        super(goal, decrypter);
    }

    /** Runs for one project, without a file. */
    abstract ConnectReport runProject(AikidoConnect aikido, ConnectRequest request);

    /** Runs for the projects that a file names. */
    abstract ConnectReport runProjects(AikidoConnect aikido, OrganizationRequest request);

    /** Returns the value of {@code aikido.maxScanAge}, null if it is not set. */
    final @Nullable Duration scanAge(@Nullable String days) {
        return days == null || days.isBlank()
                ? null
                : Duration.ofDays(values().number(Setting.MAX_SCAN_AGE, "maxScanAge", days));
    }

    private @Nullable Duration maxDuration() {
        return maxMinutes == null || maxMinutes.isBlank()
                ? null
                : Duration.ofMinutes(values().number(Setting.MAX_DURATION, "maxMinutes", maxMinutes));
    }

    /** Adds the values that only some goals have. */
    void addTo(OrganizationRequest.Builder request) {}

    @Override
    boolean findsTheProject() {
        return configFile().isEmpty();
    }

    @Override
    Optional<String> whole() {
        return configFile()
                .filter(given -> azureProject().isEmpty())
                .map(given -> "projects in " + given.getFileName() + ", organization ");
    }

    /**
     * Returns the same file in every module: Maven would resolve an inherited parameter of type file against each
     * module.
     */
    private Optional<Path> configFile() {
        return Optional.ofNullable(config)
                .filter(given -> !given.isBlank())
                .map(given -> executionRoot().resolve(given.strip()).normalize());
    }

    @Override
    boolean severalProjects() {
        return configFile().isPresent();
    }

    @Override
    @Nullable
    String prepare() {
        if (configFile().isEmpty()) {
            return null;
        }
        try {
            file = ConfigReader.read(configFile().get());
            return file.organization();
        } catch (ConfigException e) {
            mistake = e;
            return null;
        }
    }

    /** The mistakes of a file are reported first, because it may name the server. */
    @Override
    Optional<Problem> untrusted(Location location, Trust trust) {
        return mistake == null ? super.untrusted(location, trust) : Optional.empty();
    }

    @Override
    void addTo(ConnectRequest.Builder request) {
        super.addTo(request);
        request.includes(Globs.of(includes)).excludes(Globs.of(excludes)).maxDuration(maxDuration());
    }

    @Override
    void addCredentials(ConnectRequest.Builder request, Credentials found) throws ConfigurationException {
        if (mistake != null) {
            throw new ConfigurationException(
                    mistake.getMessage() + ".",
                    mistake.isInFile()
                            ? "Correct it; docs/organizations.md has all keys, and a schema for editors."
                            : "Correct " + MavenSettingNames.parameter("config", "config") + ".");
        }
        if (file == null || needsOneClientForAll(file)) {
            super.addCredentials(request, found);
        } else {
            addPerson(request, found);
        }
        credentials = found;
    }

    /** If each part of the file names a client, a common client is not needed, and its password must not fail the run. */
    private static boolean needsOneClientForAll(ConfigFile read) {
        return read.defaults().client() == null
                && read.projects().stream().anyMatch(entry -> entry.config().client() == null);
    }

    @Override
    List<Object> more() {
        return List.of(configFile());
    }

    @Override
    final ConnectReport run(AikidoConnect aikido, ConnectRequest request) {
        return file == null || credentials == null
                ? runProject(aikido, request)
                : runProjects(aikido, organization(request, file, credentials));
    }

    private OrganizationRequest organization(ConnectRequest request, ConfigFile read, Credentials lookup) {
        ConnectRequest.Builder common =
                request.toBuilder().names(new FileSettingNames(settingNames(), read.name(), null));
        read.defaults().addTo(common);
        OrganizationRequest.Builder organization =
                OrganizationRequest.builder(common.build()).defaults(client(read.name(), read.defaults(), lookup));
        for (ConfigFile.Entry entry : read.projects()) {
            ProjectSettings client = client(read.name(), entry.config(), lookup);
            organization.project(entry.project(), (settings, project) -> {
                entry.config().addTo(settings);
                client.addTo(settings, project);
            });
        }
        addTo(organization);
        return organization.build();
    }

    private ClientNameRules permitted() {
        return new ClientNameRules(settingNames().serverId(), Globs.of(serverIds));
    }

    private ProjectSettings client(String name, ProjectConfig said, Credentials lookup) {
        ClientName named = said.client();
        if (named == null) {
            return ProjectSettings.NONE;
        }
        return (settings, project) -> {
            ClientName client = named.of(project.name(), project.id());
            lookup.addClient(client, permitted(), name, settings);
            settings.names(new FileSettingNames(settingNames(), name, client));
        };
    }
}
