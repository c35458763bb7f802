package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.maven.config.ClientName;
import io.github.aikidoconnect.maven.config.ConfigFile;
import io.github.aikidoconnect.maven.config.FileSettingNames;
import io.github.aikidoconnect.maven.config.ProjectConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The projects of a configuration file.
 *
 * @param names the names of the settings that are not in the file
 * @param serverIds the ids of servers in settings.xml that the file may name in addition to those that begin with {@code aikido}
 */
record ConfiguredProjects(ConfigFile file, MavenSettingNames names, List<String> serverIds) {

    /**
     * Returns the request for all projects of the file.
     *
     * @param common the settings of the parameters, which the file overrides
     * @param credentials finds the API clients that the file names
     */
    OrganizationRequest.Builder request(ConnectRequest common, Credentials credentials) {
        ConnectRequest.Builder defaults = common.toBuilder().names(names(null));
        file.defaults().addTo(defaults);
        OrganizationRequest.Builder organization =
                OrganizationRequest.builder(defaults.build()).defaults(client(file.defaults(), credentials));
        for (ConfigFile.Entry entry : file.projects()) {
            ProjectSettings client = client(entry.config(), credentials);
            organization.project(entry.project(), (settings, project) -> {
                entry.config().addTo(settings);
                client.addTo(settings, project);
            });
        }
        return organization;
    }

    private FileSettingNames names(@Nullable ClientName client) {
        return new FileSettingNames(names, file.name(), file.connection(), client);
    }

    private ProjectSettings client(ProjectConfig config, Credentials credentials) {
        ClientName named = config.client();
        if (named == null) {
            return ProjectSettings.NONE;
        }
        ClientNameRules rules = new ClientNameRules(names.serverId(), serverIds);
        return (settings, project) -> {
            ClientName client = named.of(project.name(), project.id());
            credentials.addClient(client, rules, file.name(), settings);
            settings.names(names(client));
        };
    }
}
