package io.jenkins.plugins.aikido.scm;

import hudson.Extension;
import hudson.model.Run;
import hudson.scm.SCM;
import io.github.aikidoconnect.location.AzureLocation;
import io.github.aikidoconnect.location.OrganizationUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.triggers.SCMTriggerItem;
import org.jenkinsci.plugins.structs.describable.DescribableModel;

/**
 * Reads the TFVC mapping of the Team Foundation Server plugin. It reads the form values and does not link against the plugin,
 * which is large and rarely installed.
 */
@Extension
public final class TfvcLocations implements JobLocations {

    /** The class of the plugin's SCM in version 5, which has the form values {@code serverUrl} and {@code projectPath}. */
    private static final String TEAM_FOUNDATION_SCM = "TeamFoundationServerScm";

    @Override
    public List<AzureLocation> find(Run<?, ?> run) {
        SCMTriggerItem item = SCMTriggerItem.SCMTriggerItems.asSCMTriggerItem(run.getParent());
        return item == null
                ? List.of()
                : item.getSCMs().stream()
                        .filter(scm -> scm.getClass().getSimpleName().equals(TEAM_FOUNDATION_SCM))
                        .flatMap(TfvcLocations::location)
                        .toList();
    }

    private static Stream<AzureLocation> location(SCM scm) {
        Map<String, ?> values = DescribableModel.uninstantiate2_(scm).getArguments();
        Optional<OrganizationUrl> server = OrganizationUrl.parse(String.valueOf(values.get("serverUrl")));
        // The first folder of $/Shop Front/main is the project.
        String[] path = String.valueOf(values.get("projectPath")).split("/", -1);
        if (server.isEmpty() || path.length < 2 || !path[0].equals("$") || path[1].isBlank()) {
            return Stream.empty();
        }
        OrganizationUrl organization = server.get();
        return Stream.of(new AzureLocation(
                organization.name(), path[1], null, organization.azureUrl(), "the job's TFVC project path"));
    }
}
