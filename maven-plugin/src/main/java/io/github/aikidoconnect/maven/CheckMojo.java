package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Goal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Checks the organization, the token and its four scopes, the project, the API client and the workspace, and reports one
 * result for each. It changes nothing.
 */
@Mojo(name = "check", threadSafe = true, requiresProject = false, aggregator = true)
public final class CheckMojo extends WorkspaceMojo {

    @Inject
    CheckMojo(SettingsDecrypter decrypter) {
        super(Goal.CHECK, decrypter);
    }

    @Override
    GoalRun goalRun(ParameterValues values) {
        return withWorkspace(azureRun(values, signIn(values)), values, true)
                .call((aikido, request, credentials) -> aikido.check(request))
                .build();
    }
}
