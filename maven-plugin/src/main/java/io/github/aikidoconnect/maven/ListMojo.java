package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Goal;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lists the projects of the organization, or with <code>aikido.azure.project</code> the Git and TFVC repositories of that
 * project. It changes nothing and needs no Aikido credentials.
 */
@Mojo(name = "list", threadSafe = true, requiresProject = false, aggregator = true)
public final class ListMojo extends AikidoMojo {

    @Inject
    ListMojo(SettingsDecrypter decrypter) {
        super(Goal.LIST, decrypter);
    }

    @Override
    GoalRun goalRun(ParameterValues values) {
        return azureRun(values, signIn(values))
                // In a checkout or in Azure Pipelines a project is always found, so that projects could not be listed.
                .projectIsSearched(false)
                .subject(azureProject().isPresent() ? Optional.empty() : Optional.of("projects of organization "))
                .call((aikido, request, credentials) -> aikido.list(request))
                .build();
    }
}
