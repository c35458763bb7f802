package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.TokenRequest;
import java.io.File;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Creates, rotates, lists or revokes personal access tokens of the person whose Microsoft Entra access token is in the
 * environment. A new token has exactly the scopes that Aikido needs. It is handed over to Aikido, written to a file, or
 * both, and is never printed.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters that have a default before it calls execute().
@Mojo(name = "token", threadSafe = true, requiresProject = false, aggregator = true)
public final class TokenMojo extends WorkspaceMojo {

    /** The action: <code>create</code>, <code>rotate</code>, <code>list</code> or <code>revoke</code>. */
    @Parameter(property = "aikido.token.action")
    private @Nullable String tokenAction;

    /**
     * The name of the token in Azure DevOps. It identifies the one place that uses the token: <code>rotate</code>
     * revokes the previous token of that name. Default: <code>Aikido Security Access Token</code> with the name and the
     * id of the Aikido workspace, such as <code>Aikido Security Access Token (Shop 4711)</code>.
     */
    @Parameter(property = "aikido.token.name")
    private @Nullable String tokenName;

    /** The validity of a new token in days, at most 365. */
    @Parameter(property = "aikido.token.days", defaultValue = "90")
    private String tokenDays;

    /** A file for a new token, readable only by its owner. */
    @Parameter(property = "aikido.token.file")
    private @Nullable File tokenFile;

    /**
     * The id of a token, as <code>list</code> shows it: for <code>revoke</code>, the token to revoke; for
     * <code>rotate</code>, a token with any name that the new token replaces.
     */
    @Parameter(property = "aikido.token.id")
    private @Nullable String tokenId;

    /** Whether to change nothing and only report which tokens would be created and revoked. */
    @Parameter(property = "aikido.dryRun", defaultValue = "false")
    private String dryRun;

    @Inject
    TokenMojo(SettingsDecrypter decrypter) {
        super(Goal.TOKEN, decrypter);
    }

    @Override
    GoalRun goalRun(ParameterValues values) {
        GoalRunBuilder run = withWorkspace(baseRun(values), values, true);
        run.request().dryRun(values.flag("dryRun", dryRun, false));
        int days = values.number(Setting.TOKEN_DAYS, "token.days", tokenDays);
        return run.subject(Optional.of("tokens of organization "))
                .identity(Stream.of(tokenAction, tokenName, tokenDays, tokenFile, tokenId)
                        .map(String::valueOf)
                        .toList())
                .call((aikido, request, credentials) -> aikido.token(tokenRequest(request, days)))
                .build();
    }

    private TokenRequest tokenRequest(ConnectRequest request, int days) throws ConfigurationException {
        return TokenRequest.builder(request)
                .action(tokenAction)
                .name(tokenName)
                .days(days)
                .file(tokenFile == null ? null : ReportFile.path(tokenFile, "aikido.token.file", "tokenFile"))
                .id(tokenId)
                .build();
    }
}
