package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The base of the goals that use an Aikido workspace. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters that have a default before it calls execute().
abstract class WorkspaceMojo extends AikidoMojo {

    /**
     * The id of the <code>&lt;server&gt;</code> in settings.xml whose username and password are the id and the secret of
     * the Aikido API client. The client determines the workspace.
     */
    @Parameter(property = "aikido.serverId", defaultValue = "aikido")
    private String serverId;

    /** The name of the environment variable with the id of the Aikido API client. It takes precedence over settings.xml. */
    @Parameter(property = "aikido.clientIdEnv", defaultValue = "AIKIDO_CLIENT_ID")
    private String clientIdEnv;

    /**
     * The name of the environment variable with the secret of the Aikido API client. It takes precedence over
     * settings.xml.
     */
    @Parameter(property = "aikido.clientSecretEnv", defaultValue = "AIKIDO_CLIENT_SECRET")
    private String clientSecretEnv;

    /** The region that hosts the Aikido workspace: <code>eu</code>, <code>us</code>, <code>au</code> or <code>me</code>. */
    @Parameter(property = "aikido.region", defaultValue = "eu")
    private @Nullable String region;

    /** Another base URL than the region's, for a proxy in front of Aikido or a test double. */
    @Parameter(property = "aikido.url")
    private @Nullable String url;

    /** Whether a workspace that already monitors another project is accepted. */
    @Parameter(property = "aikido.allowSharedWorkspace", defaultValue = "false")
    private String allowSharedWorkspace;

    /** Aikido's limit for this workspace, in calls a rolling minute. Aikido raises it on request. */
    @Parameter(property = "aikido.callsPerMinute", defaultValue = "20")
    private String callsPerMinute;

    /**
     * The name of the environment variable with a Microsoft Entra access token of the person who owns the personal
     * access tokens. For <code>check</code> and <code>connect</code> it is optional; with it, the scopes and the expiry
     * of the token are read instead of tested.
     */
    @Parameter(property = "aikido.azure.entraTokenEnv", defaultValue = "AZURE_DEVOPS_ENTRA_TOKEN")
    private String azureEntraTokenEnv;

    /**
     * The number of days before the expiry of a personal access token from which on a warning is shown, if the expiry is
     * known.
     */
    @Parameter(property = "aikido.token.warnDays", defaultValue = "30")
    private String tokenWarnDays;

    WorkspaceMojo(Goal goal, SettingsDecrypter decrypter) {
        super(goal, decrypter);
    }

    /**
     * Adds the part of a run that all goals with an Aikido workspace have.
     *
     * @param hasOneClient whether the API client of these parameters is used
     */
    final GoalRunBuilder withWorkspace(GoalRunBuilder run, ParameterValues values, boolean hasOneClient) {
        run.request()
                .region(region)
                .aikidoUrl(url)
                .allowSharedWorkspace(values.flag("allowSharedWorkspace", allowSharedWorkspace, false))
                .callsPerMinute(values.number(Setting.CALLS_PER_MINUTE, "callsPerMinute", callsPerMinute));
        if (hasOneClient) {
            run.addLookups(clientLookup());
        }
        return run.names(run.names().withWorkspace(clientIdEnv, clientSecretEnv, serverId, azureEntraTokenEnv))
                .addVariables(List.of(clientIdEnv, clientSecretEnv, azureEntraTokenEnv))
                .aikidoUrl(aikidoUrl())
                .addLookups(entraLookup(values));
    }

    /** Returns the lookup of the API client of the parameters. */
    final GoalRun.Lookup clientLookup() {
        return (request, credentials) -> request.aikidoClient(
                credentials.username("Aikido client id", clientIdEnv, serverId),
                credentials.password("Aikido client secret", clientSecretEnv, serverId));
    }

    /** Returns the lookup of the access token for the personal access tokens of a person. */
    final GoalRun.Lookup entraLookup(ParameterValues values) {
        int warnDays = values.number(Setting.WARN_DAYS, "token.warnDays", tokenWarnDays);
        return (request, credentials) -> {
            Secret token = credentials.variable("Microsoft Entra token", azureEntraTokenEnv);
            request.entraAccess(token == null ? null : new EntraAccess(token, warnDays));
        };
    }

    /** Returns the address of Aikido in the parameters. */
    final Given aikidoUrl() {
        return trust().parameter("aikido.url", url);
    }
}
