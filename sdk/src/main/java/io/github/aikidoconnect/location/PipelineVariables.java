package io.github.aikidoconnect.location;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the variables of a job in Azure Pipelines. The names are from its documentation. */
public final class PipelineVariables {

    /** The variable for the job's token. A step has it only if its {@code env} names it. */
    public static final String JOB_TOKEN = "SYSTEM_ACCESSTOKEN";

    private PipelineVariables() {}

    /**
     * Reads organization, project and repository.
     *
     * <p>The collection URI determines the organization and can have the old host. The repository is read only if it
     * belongs to this project: a pipeline can build code from GitHub.
     */
    public static Optional<AzureLocation> read(Map<String, String> environment) {
        if (!"true".equalsIgnoreCase(environment.get("TF_BUILD"))) {
            return Optional.empty();
        }
        String collection = first(environment, "SYSTEM_COLLECTIONURI", "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI");
        String project = environment.get("SYSTEM_TEAMPROJECT");
        if (collection == null || project == null || project.isBlank()) {
            return Optional.empty();
        }
        return OrganizationUrl.parse(collection)
                .map(organization -> new AzureLocation(
                        organization.name(),
                        project.strip(),
                        repository(environment),
                        organization.azureUrl(),
                        "the variables of Azure Pipelines"));
    }

    private static @Nullable String repository(Map<String, String> environment) {
        boolean inThisOrganization = "TfsGit".equalsIgnoreCase(environment.get("BUILD_REPOSITORY_PROVIDER"));
        return inThisOrganization ? environment.get("BUILD_REPOSITORY_NAME") : null;
    }

    private static @Nullable String first(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.get(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
