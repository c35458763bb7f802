package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.aikido.LastScan;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The two lists that a plan is made from. */
final class Given {

    static final String PROJECT_ID = "0b8f4a52-6a1d-4a58-9c53-2f0de1c4a701";
    static final ProjectAddress PROJECT = new ProjectAddress("contoso", "Shop Front", PROJECT_ID);
    static final String URL = "https://dev.azure.com/contoso/Shop%20Front/_git/";

    private Given() {}

    static String guid(int number) {
        return String.format("%08d-1c8e-4a7e-9d55-6f7a8b9c0abc", number);
    }

    static AzureRepository git(int number, String name) {
        return git(number, name, RepositoryState.ACTIVE);
    }

    static AzureRepository git(int number, String name, RepositoryState state) {
        return new AzureRepository(guid(number), name, RepositoryKind.GIT, URL + name, "main", state);
    }

    static AzureRepository tfvc() {
        return new AzureRepository(
                PROJECT_ID,
                "$/Shop Front",
                RepositoryKind.TFVC,
                "https://dev.azure.com/contoso/Shop%20Front/_versionControl",
                null,
                RepositoryState.ACTIVE);
    }

    /** As Aikido lists a Git repository: with the GUID and the address. */
    static CodeRepository listed(int number, String name, boolean active) {
        return entry(number, name, active, guid(number), URL + name);
    }

    /** When each monitored repository was scanned. */
    static final LastScan SCANNED = LastScan.at(Instant.parse("2026-11-18T03:00:00Z"));

    /** An entry whose external id or address may be absent, as null: scanned if it is monitored, else never. */
    static CodeRepository entry(
            long id, String name, boolean active, @Nullable String externalId, @Nullable String url) {
        return new CodeRepository(
                id,
                name,
                "azure_devops",
                active,
                Optional.ofNullable(externalId),
                Optional.ofNullable(url),
                active ? SCANNED : LastScan.NEVER,
                CodeRepository.Traits.NONE);
    }

    /** A monitored repository of another provider, which was not scanned yet. */
    static CodeRepository onGitHub(long id, String name, Optional<String> externalId, String url) {
        return new CodeRepository(
                id, name, "github", true, externalId, Optional.of(url), LastScan.NEVER, CodeRepository.Traits.NONE);
    }

    static Plan plan(List<AzureRepository> azure, List<CodeRepository> aikido) {
        return new Planner(PROJECT, Selection.of(List.of(), List.of()), false, 20).plan(azure, aikido);
    }

    /** A plan that prunes; of what Azure DevOps does not list it says that it does not exist. */
    static Plan pruned(int limit, List<String> excludes, List<AzureRepository> azure, List<CodeRepository> aikido) {
        Planner planner = new Planner(PROJECT, Selection.of(List.of(), excludes), true, limit);
        Map<String, LookupResult> gone = planner.notListed(azure, aikido).stream()
                .collect(Collectors.toMap(id -> id, id -> LookupResult.of(LookupResult.Kind.NOT_FOUND)));
        return planner.plan(azure, aikido, gone);
    }

    static RepositoryPlan only(Plan plan) {
        if (plan.repositories().size() != 1) {
            throw new AssertionError("Not one repository: " + plan.repositories());
        }
        return plan.repositories().get(0);
    }

    static List<AzureRepository> repositories(int count) {
        return IntStream.range(0, count).mapToObj(i -> git(i, "r" + i)).toList();
    }
}
