package io.github.aikidoconnect;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Connects Azure DevOps projects to Aikido: checks the connection, discovers the repositories, plans, registers them and
 * returns a report.
 *
 * <pre>{@code
 * ConnectRequest request = ConnectRequest.builder()
 *         .organization("contoso")
 *         .project("Shop Front")
 *         .azureToken(Secret.of(System.getenv("AZURE_DEVOPS_EXT_PAT")))
 *         .aikidoClient(Secret.of(System.getenv("AIKIDO_CLIENT_ID")), Secret.of(System.getenv("AIKIDO_CLIENT_SECRET")))
 *         .build();
 * try (AikidoConnect aikido = AikidoConnect.create()) {
 *     ConnectReport report = aikido.connect(request);
 *     System.out.println(report.toText());
 * }
 * }</pre>
 *
 * <p>Problems at run time, for example an invalid setting, a rejected token or an outage, are in the report and not
 * thrown. An interrupt ends the run of its thread: the report contains what was done until then, and the interrupt status
 * is set again. Instances are safe for use by several threads. All runs of a JVM share the number of calls that a
 * workspace accepts; so do all processes of a user, as far as {@link Builder#callFolder} allows.
 */
public interface AikidoConnect extends AutoCloseable {

    /** Returns an instance with every default. */
    static AikidoConnect create() {
        return builder().build();
    }

    /**
     * Returns a transport that sends calls with the given client. A caller can wrap it in its own transport.
     *
     * @throws IllegalArgumentException if the client follows redirects, which would carry credentials to another host
     */
    static Transport transportOf(HttpClient client) {
        return Implementation.ENGINE.transport(client);
    }

    /** Returns a builder with every default set. */
    static Builder builder() {
        return Implementation.ENGINE.builder();
    }

    /**
     * Checks organization, token, scopes, project, API client and workspace, without changing anything. Project and API
     * client are optional.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport check(ConnectRequest request);

    /**
     * Lists the projects of the organization or, if a project is given, its repositories. Does not call Aikido.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport list(ConnectRequest request);

    /**
     * Computes the plan that {@link #connect} would carry out, without changing anything.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport plan(ConnectRequest request);

    /**
     * Checks, plans and registers the repositories of a project. Repositories that are registered already stay unchanged,
     * so repeated runs are safe.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport connect(ConnectRequest request);

    /**
     * Compares the project with the workspace and reports what is monitored, missing and stale, without changing anything.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport status(ConnectRequest request);

    /**
     * Does for several projects of an organization what {@link #connect(ConnectRequest)} does for one. The projects run
     * in parallel, each within the call limit of its workspace, and the failure of one does not stop the others. With
     * {@link ConnectRequest.Builder#dryRun}, nothing is changed.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport connect(OrganizationRequest request);

    /**
     * Does for several projects of an organization what {@link #status(ConnectRequest)} does for one.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport status(OrganizationRequest request);

    /**
     * Compares every project of the organization and each of its repositories with what Aikido monitors, without changing
     * anything. The report also contains projects that the request does not name.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport coverage(OrganizationRequest request);

    /**
     * Does for several organizations what {@link #connect(OrganizationRequest)} does for one. The organizations run in
     * parallel, each with its own sign-in, servers and time limit, and the failure of one does not stop the others. The
     * report has a part for each organization. An organization that is named twice, and a token that would be sent to two
     * servers, are problems before any call.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport connect(List<OrganizationRequest> requests);

    /**
     * Does for several organizations what {@link #status(OrganizationRequest)} does for one.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport status(List<OrganizationRequest> requests);

    /**
     * Does for several organizations what {@link #coverage(OrganizationRequest)} does for one. The coverage of the report
     * is that of all organizations; it is not known if it is not known for one of them. Each organization must reach its
     * own {@link OrganizationRequest#minCoverage()}.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport coverage(List<OrganizationRequest> requests);

    /**
     * Creates, rotates, lists or revokes personal access tokens of a person. A new token is handed over to Aikido,
     * written to a file, or both; the report never contains it. If any step fails, the current token stays valid, and the
     * next rotation does the remaining steps.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport token(TokenRequest request);

    /**
     * Interrupts the threads of all current runs; each run returns a report of what was done. After this method has
     * returned, no run starts. A thread whose run has ended is not interrupted.
     */
    @Override
    void close();

    /** Builds an instance. All settings are optional. */
    interface Builder {

        /**
         * Sends all calls with the given client, with its proxy, its TLS context and its threads.
         *
         * @param given the client, null for the default
         * @throws IllegalArgumentException if it follows redirects, which would carry credentials to another host
         */
        Builder httpClient(@Nullable HttpClient given);

        /**
         * Sends all calls through the given transport.
         *
         * @param given the transport; null for the default: azure-devops-java-sdk for Azure DevOps and a client of the JDK
         *     for Aikido, both with the JVM's proxy and trust settings
         */
        Builder transport(@Nullable Transport given);

        /**
         * Sets the listener that receives the progress events of a run; null for none. Exceptions of the listener are
         * ignored.
         */
        Builder progress(@Nullable ProgressListener listener);

        /**
         * Sets the names of the settings in messages. Null, the default: the names of the methods of {@link
         * ConnectRequest.Builder}.
         */
        Builder settingNames(@Nullable SettingNames given);

        /**
         * Sets the folder in which the processes of this machine share how many calls they send to a workspace, so that
         * together they stay within its limit. The default is {@code aikido-connect} in the cache folder of the user;
         * {@code XDG_CACHE_HOME} moves it. The folder is used only if no other user can write to it; otherwise, the runs
         * of this JVM are counted alone. Its files contain times and hashes, and no names.
         *
         * @param folder the folder, created when it is needed; null to share nothing with other processes
         */
        Builder callFolder(@Nullable Path folder);

        /**
         * Records every HTTP exchange of a run as a HAR 1.2 document for a bug report. The consumer receives it at the
         * end of each run, including failed runs. The document contains methods, URLs, statuses, times, a few headers and
         * JSON bodies. Secrets, token values, e-mail addresses and names of people are replaced; the names of
         * organizations, projects and repositories are not. An exception of the consumer is thrown to the caller of the
         * run.
         *
         * @param consumer receives the document on the thread of the run; null to record nothing, the default
         */
        Builder trace(@Nullable Consumer<String> consumer);

        /** Returns the instance. It opens no connection before its first run. */
        AikidoConnect build();
    }
}
