package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.maven.config.ConfigFile;
import io.github.aikidoconnect.maven.config.ConnectionConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The organizations of several files.
 *
 * @param files the files
 * @param rules the addresses of each file
 * @param lookups the secrets of each file
 * @param names the names of the settings that are not in a file
 * @param serverIds the ids of servers in settings.xml that a file may name in addition to those that begin with {@code aikido}
 */
record ConfiguredOrganizations(
        List<ConfigFile> files,
        ConnectionRules rules,
        Lookups lookups,
        MavenSettingNames names,
        List<String> serverIds) {

    /**
     * Looks up the secrets of the parameters.
     *
     * @param signIn the sign-in, which a file can change
     * @param client the API client
     * @param entra the access token for the personal access tokens of a person
     */
    record Lookups(SignInLookup signIn, GoalRun.Lookup client, GoalRun.Lookup entra) {}

    /**
     * Returns a request for each file. A secret that cannot be read is a problem of its organization alone.
     *
     * @param common the settings of the parameters, which the files override
     */
    List<OrganizationRequest.Builder> requests(ConnectRequest common, Credentials credentials) {
        List<OrganizationRequest.Builder> requests = new ArrayList<>();
        for (ConfigFile file : files) {
            ConnectRequest.Builder request = common.toBuilder()
                    .organization(file.organization())
                    .azureUrl(rules.azureUrlOf(file).or(rules.azureUrl()).value())
                    .aikidoUrl(rules.aikidoUrlOf(file).or(rules.aikidoUrl()).value());
            credentials.announce("organization " + file.organization() + ", from " + file.name());
            add(request, Setting.AZURE_TOKEN, lookups.signIn().of(file.connection()), credentials);
            if (!rules.hasOwnServer(file)) {
                add(request, Setting.ENTRA_ACCESS, lookups.entra(), credentials);
            }
            if (!file.namesAllClients() && !file.connection().has(ConnectionConfig.AIKIDO_URL)) {
                add(request, Setting.AIKIDO_CLIENT, lookups.client(), credentials);
            }
            requests.add(new ConfiguredProjects(file, names, serverIds).request(request.build(), credentials));
        }
        return requests;
    }

    private static void add(
            ConnectRequest.Builder request, Setting setting, GoalRun.Lookup lookup, Credentials credentials) {
        try {
            lookup.addTo(request, credentials);
        } catch (ConfigurationException e) {
            request.problem(setting, e.problem());
        }
    }
}
