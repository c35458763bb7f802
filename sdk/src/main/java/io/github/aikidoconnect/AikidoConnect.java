package io.github.aikidoconnect;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The entry: asks, plans and registers, and returns a report about it.
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
 * <p>Whatever goes wrong at run time, a wrong setting, a refused token, an outage, is in the report, not in an
 * exception. A thread that is interrupted ends its run: the report says what was done until then, and the thread's
 * interrupt status is set again. Safe for use by several threads; all runs of a JVM, and as far as
 * {@link Builder#callFolder} allows all processes of a user, share the calls that a workspace may take.
 */
public interface AikidoConnect extends AutoCloseable {

    /** Returns one with every default. */
    static AikidoConnect create() {
        return builder().build();
    }

    /**
     * Returns a transport that sends calls with a client of the JDK, to be wrapped by a transport of the caller's.
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
     * Judges organization, token, scopes, project, API client and workspace, and changes nothing. Project and API client
     * may be missing.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport check(ConnectRequest request);

    /**
     * Lists the projects of the organization or, with a project, its repositories. Aikido is not asked.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport list(ConnectRequest request);

    /**
     * Says what {@link #connect} would do, and changes nothing.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport plan(ConnectRequest request);

    /**
     * Checks, plans and registers: the main job. What is already done stays as it is, so that it can be run as often as
     * one likes.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport connect(ConnectRequest request);

    /**
     * Compares the project with the workspace: what is monitored, missing and stale. Changes nothing.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport status(ConnectRequest request);

    /**
     * Does for many projects of an organization what {@link #connect(ConnectRequest)} does for one. They run side by side,
     * each within its workspace's limit of calls, and none stops for the failure of another. With
     * {@link ConnectRequest.Builder#dryRun} nothing is changed.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport connect(OrganizationRequest request);

    /**
     * Does for many projects of an organization what {@link #status(ConnectRequest)} does for one.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport status(OrganizationRequest request);

    /**
     * Compares every project of the organization, and every repository in it, with what Aikido monitors: what is nobody
     * watching? Projects for which the request names nothing are there too. Changes nothing.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport coverage(OrganizationRequest request);

    /**
     * Makes, rotates, lists or revokes personal access tokens of a person. A new one is handed over to Aikido or written to
     * a file, or both, and never in the report. Whatever goes wrong, a token that works stays in use, and the next rotation
     * does what is left over.
     *
     * @throws IllegalStateException if this is closed
     */
    ConnectReport token(TokenRequest request);

    /**
     * Interrupts the threads whose runs are under way; they return a report of what was done. No run starts after this
     * method has returned, and no thread is interrupted whose run has ended.
     */
    @Override
    void close();

    /** Collects what all runs have in common. */
    interface Builder {

        /**
         * Sends all calls with a client of the JDK, with its proxy, its TLS context and its threads.
         *
         * @param given the client, null for the default
         * @throws IllegalArgumentException if it follows redirects, which would carry credentials to another host
         */
        Builder httpClient(@Nullable HttpClient given);

        /**
         * Sends all calls through a transport of the caller's.
         *
         * @param given the transport; null for the default: azure-devops-java-sdk for Azure DevOps and a client of the JDK
         *     for Aikido, both with the JVM's proxy and trust settings
         */
        Builder transport(@Nullable Transport given);

        /** Receives the progress events of a run; null for no listener. What it throws is dropped. */
        Builder progress(@Nullable ProgressListener listener);

        /** What problems call the settings; the names of {@link ConnectRequest.Builder} unless given, also for null. */
        Builder settingNames(@Nullable SettingNames given);

        /**
         * The folder in which the processes of this machine tell each other how many calls they take from a workspace,
         * so that together they stay within its limit. Unless given it is {@code aikido-connect} in the folder for
         * caches of the user who runs this; {@code XDG_CACHE_HOME} moves that. It is used only where nobody else can
         * write: a folder that is not like that, or cannot be written, is left alone, and the runs of this JVM count
         * for themselves. Its files hold times and hashes, nothing about who calls whom.
         *
         * @param folder the folder, made when it is needed; null to share nothing with other processes
         */
        Builder callFolder(@Nullable Path folder);

        /**
         * Records every HTTP exchange of a run and hands it over at the end of the run, also of a run that failed, as a
         * HAR 1.2 document for a bug report. It holds methods, addresses, statuses, times, a few headers and JSON bodies;
         * secrets, token values, e-mail addresses and names of people are replaced. It does hold the names of
         * organizations, projects and repositories. What the consumer throws ends the run's caller.
         *
         * @param consumer receives the document on the thread of the run; null to record nothing, the default
         */
        Builder trace(@Nullable Consumer<String> consumer);

        /** Returns the entry. It opens nothing until it is used. */
        AikidoConnect build();
    }
}
