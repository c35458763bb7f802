package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A repository as Aikido lists it, with the fields of its published API description. Any field can be absent, but those
 * that the description calls required.
 *
 * @param id its number in Aikido
 * @param name its name
 * @param provider {@code azure_devops} when absent
 * @param active whether it is monitored
 * @param externalRepoId the provider's id: for Azure DevOps the repository's GUID
 * @param externalRepoNumericId -1 where the provider has none
 * @param url where the repository is
 * @param branch the branch that is scanned
 * @param lastScannedAt Unix seconds, -1 for never
 * @param connectivity such as {@code connected}
 * @param sensitivity such as {@code normal}
 */
@RecordBuilder
public record CodeRepository(
        long id,
        String name,
        String provider,
        @Nullable Boolean active,
        @Nullable String externalRepoId,
        @Nullable Long externalRepoNumericId,
        @Nullable String url,
        @Nullable String branch,
        @Nullable Long lastScannedAt,
        @Nullable String connectivity,
        @Nullable String sensitivity)
        implements CodeRepositoryBuilder.With {
    public CodeRepository {
        provider = provider == null ? "azure_devops" : provider;
    }

    /** A repository of Azure DevOps that was imported and not scanned yet. */
    public static CodeRepository of(long id, String name, boolean active, String externalRepoId, String url) {
        return new CodeRepository(
                id, name, "azure_devops", active, externalRepoId, -1L, url, null, -1L, "unknown", "no_data");
    }
}
