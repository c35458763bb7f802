package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.TokenRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    private int days;

    private @Nullable Path tokenPath;

    @Inject
    TokenMojo(SettingsDecrypter decrypter) {
        super(Goal.TOKEN, decrypter);
    }

    /** A token is created for an organization. If a project is given, the new token is tested with it. */
    @Override
    boolean findsTheProject() {
        return false;
    }

    @Override
    Optional<String> whole() {
        return Optional.of("tokens of organization ");
    }

    @Override
    boolean usesAzureToken() {
        return false;
    }

    @Override
    void addTo(ConnectRequest.Builder request) {
        super.addTo(request);
        request.dryRun(values().flag("dryRun", dryRun, false));
        days = values().number(Setting.TOKEN_DAYS, "token.days", tokenDays);
    }

    @Override
    void addCredentials(ConnectRequest.Builder request, Credentials credentials) throws ConfigurationException {
        super.addCredentials(request, credentials);
        tokenPath = tokenFile == null ? null : ReportFile.path(tokenFile, "aikido.token.file", "tokenFile");
    }

    @Override
    List<Object> more() {
        return new ArrayList<>(Arrays.asList(tokenAction, tokenName, tokenDays, tokenFile, tokenId));
    }

    @Override
    ConnectReport run(AikidoConnect aikido, ConnectRequest request) {
        return aikido.token(TokenRequest.builder(request)
                .action(tokenAction)
                .name(tokenName)
                .days(days)
                .file(tokenPath)
                .id(tokenId)
                .build());
    }
}
