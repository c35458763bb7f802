package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.location.OrganizationUrl;
import io.github.aikidoconnect.maven.config.ConfigException;
import io.github.aikidoconnect.maven.config.ConfigFile;
import io.github.aikidoconnect.maven.config.ConfigReader;
import io.github.aikidoconnect.maven.config.ConnectionConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of several organizations.
 *
 * @param files the files that can be read
 * @param names the organization of each file, also of one that cannot be read
 * @param mistakes the mistakes of all files
 */
record OrganizationFiles(List<ConfigFile> files, List<GoalRun.OrganizationName> names, List<Problem> mistakes) {

    private static final Set<String> IDENTITIES = Set.of("service-principal", "workload-identity", "managed-identity");

    /** Reads all files, also if one of them has mistakes. */
    static OrganizationFiles read(ConfigPaths paths, ConnectionRules rules) {
        OrganizationFiles read = new OrganizationFiles(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Path path : paths.files()) {
            String name = paths.name(path);
            try {
                ConfigFile file = ConfigReader.read(path, name);
                read.files.add(file);
                read.names.add(new GoalRun.OrganizationName(
                        name, nameOf(file), rules.serverOf(file).orElse(null)));
            } catch (ConfigException e) {
                read.names.add(new GoalRun.OrganizationName(name, null, null));
                read.mistakes.add(problem(e));
            }
        }
        Map<String, String> known = new HashMap<>();
        for (ConfigFile file : read.files) {
            rules.judgeOrganization(file).ifPresent(read.mistakes::add);
            read.mistakes.addAll(rules.mistakes(file));
            read.verifyName(file, rules, known);
            read.verifySecrets(file, rules);
        }
        return read;
    }

    /** Returns the mistakes of a file as a problem. */
    static Problem problem(ConfigException mistake) {
        return new Problem(
                ProblemCode.CONFIGURATION,
                mistake.getMessage() + ".",
                mistake.isInFile()
                        ? "Correct it; docs/organizations.md has all keys, and a schema for editors."
                        : "Correct " + MavenSettingNames.parameter("config", "config") + ".");
    }

    private void verifyName(ConfigFile file, ConnectionRules rules, Map<String, String> known) {
        String name = nameOf(file);
        if (name == null) {
            mistake(file.name() + ": \"organization\" is missing.", "Add it: each of several files names its own.");
            return;
        }
        String key = rules.serverOf(file).map(OrganizationFiles::normalized).orElse("") + " "
                + name.toLowerCase(Locale.ROOT);
        String first = known.putIfAbsent(key, file.name());
        if (first != null) {
            mistake(
                    file.connection().place(file.name(), ConnectionConfig.ORGANIZATION)
                            + ": \"organization\" is the same as in " + first + ".",
                    "Put all projects of an organization into one file.");
        }
    }

    private static @Nullable String nameOf(ConfigFile file) {
        String given = file.organization();
        return given == null
                ? null
                : OrganizationUrl.parse(given).map(OrganizationUrl::name).orElse(given);
    }

    private static String normalized(String url) {
        return url.strip().replaceFirst("/+$", "").toLowerCase(Locale.ROOT);
    }

    /** A secret of the parameters is meant for the servers of the parameters. */
    private void verifySecrets(ConfigFile file, ConnectionRules rules) {
        ConnectionConfig connection = file.connection();
        String key =
                connection.has(ConnectionConfig.AZURE_URL) ? ConnectionConfig.AZURE_URL : ConnectionConfig.ORGANIZATION;
        boolean signsIn = connection.namesSecret()
                || IDENTITIES.contains(Objects.requireNonNullElse(connection.text(ConnectionConfig.AUTH), ""));
        if (rules.hasOwnServer(file) && !signsIn) {
            mistake(
                    connection.place(file.name(), key) + ": \"" + key
                            + "\" is on another server than other organizations, and no token for it is named.",
                    "Name its place with azureServerId or azureTokenEnv in " + file.name() + ".");
        }
        if (connection.has(ConnectionConfig.AIKIDO_URL) && !file.namesAllClients()) {
            mistake(
                    connection.place(file.name(), ConnectionConfig.AIKIDO_URL)
                            + ": \"aikidoUrl\" is set, and no API client is named for some projects.",
                    "Name it with serverId or envPrefix in " + file.name() + ".");
        }
    }

    private void mistake(String message, String fix) {
        mistakes.add(new Problem(ProblemCode.CONFIGURATION, message, fix));
    }
}
