package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
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
 * @param labels its labels, which the list shows only with {@code include_labels=true}
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
        @Nullable String sensitivity,
        List<Label> labels)
        implements CodeRepositoryBuilder.With {

    /** When a repository that is monitored was scanned last, unless a scenario says otherwise: 2026-11-18, noon. */
    public static final long SCANNED = 1_795_003_200L;

    public CodeRepository {
        provider = provider == null ? "azure_devops" : provider;
        labels = labels == null ? List.of() : List.copyOf(labels);
    }

    /**
     * A label of a repository.
     *
     * @param id its number
     * @param name its text
     * @param imported whether it comes from the provider
     */
    public record Label(long id, String name, boolean imported) {}

    /** A repository of Azure DevOps: one that is monitored was scanned, one that is not was only imported. */
    public static CodeRepository of(long id, String name, boolean active, String externalRepoId, String url) {
        return new CodeRepository(
                id,
                name,
                "azure_devops",
                active,
                externalRepoId,
                -1L,
                url,
                null,
                active ? SCANNED : -1L,
                "unknown",
                "no_data",
                List.of());
    }

    /** The same, but switched off after it had been scanned: by a person, or because it was split by path. */
    public CodeRepository switchedOff() {
        return withActive(false).withLastScannedAt(SCANNED);
    }
}
