package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
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

    /**
     * Without this, the projects could not be listed in a checkout or in Azure Pipelines, where a project is always
     * found.
     */
    @Override
    boolean findsTheProject() {
        return false;
    }

    @Override
    Optional<String> whole() {
        return azureProject().isPresent() ? Optional.empty() : Optional.of("projects of organization ");
    }

    @Override
    void addTo(ConnectRequest.Builder request) {}

    @Override
    void addCredentials(ConnectRequest.Builder request, Credentials credentials) {}

    @Override
    ConnectReport run(AikidoConnect aikido, ConnectRequest request) {
        return aikido.list(request);
    }
}
