package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Problem;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes what one execution of a goal runs. A goal creates it from its parameters, once and before anything else happens.
 *
 * @param request the settings of the goal; organization, project, server and credentials are added later
 * @param names the names of the settings in error messages
 * @param variables the names of the environment variables that the goal reads, except those of the build service
 * @param organization the organization that a configuration file specifies
 * @param projectIsSearched whether the project may be taken from the pipeline or the checkout in which the build runs
 * @param severalProjects whether the report covers several projects
 * @param subject what the goal works on if that is not one project, as the text before the name of the organization
 * @param organizations the organizations of several configuration files, empty for other runs
 * @param azureUrl the address of Azure DevOps that a configuration file specifies
 * @param aikidoUrl the address of Aikido, without a value for the address of the region
 * @param problems the reasons why the goal cannot run, found in configuration files
 * @param identity what distinguishes this execution from another one of the same goal, in addition to the request
 * @param lookups the credentials that the goal needs
 * @param call the call of the SDK
 */
@RecordBuilder
@RecordBuilder.Options(
        enableWither = false,
        addStaticBuilder = false,
        useImmutableCollections = true,
        addSingleItemCollectionBuilders = true)
record GoalRun(
        ConnectRequest.Builder request,
        MavenSettingNames names,
        Set<String> variables,
        Given organization,
        boolean projectIsSearched,
        boolean severalProjects,
        Optional<String> subject,
        List<OrganizationName> organizations,
        Given azureUrl,
        Given aikidoUrl,
        List<Problem> problems,
        List<Object> identity,
        List<Lookup> lookups,
        Call call) {

    /**
     * An organization of one of several configuration files.
     *
     * @param file the name of the file
     * @param name the organization's name or URL, null if it is not known
     * @param azureUrl the address of Azure DevOps, null for the service
     */
    record OrganizationName(
            String file, @Nullable String name, @Nullable String azureUrl) {}

    /** Looks up a credential and adds it to a request. */
    @FunctionalInterface
    interface Lookup {

        void addTo(ConnectRequest.Builder request, Credentials credentials) throws ConfigurationException;
    }

    /** Calls the SDK. */
    @FunctionalInterface
    interface Call {

        /**
         * Runs the goal.
         *
         * @param credentials finds credentials that depend on the project
         */
        ConnectReport run(AikidoConnect aikido, ConnectRequest request, Credentials credentials)
                throws ConfigurationException;
    }

    /** Returns why no credential may be looked up for a server. */
    Optional<Problem> untrusted(Location location, Trust trust) {
        return trust.mistake().or(location::problem).or(() -> trust.judgeAikido(aikidoUrl));
    }
}
