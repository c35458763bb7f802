package io.github.aikidoconnect.internal.plan;

import static io.github.aikidoconnect.internal.plan.Given.PROJECT;
import static io.github.aikidoconnect.internal.plan.Given.PROJECT_ID;
import static io.github.aikidoconnect.internal.plan.Given.guid;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.aikido.LastScan;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What no two lists can bring the planner to. */
class PlanProperties {

    private static final List<String> NAMES =
            List.of("web", "WEB", "api", "Übersicht", "u\u0308bersicht", "Shop Front");

    @Property(edgeCases = EdgeCasesMode.NONE)
    void nothingIsDeactivatedThatMayNotBe(
            @ForAll("azure") List<AzureRepository> azure,
            @ForAll("aikido") List<CodeRepository> aikido,
            @ForAll("rules") Rules rules,
            @ForAll @Size(max = 17) List<LookupResult.Kind> facts) {
        Map<String, LookupResult> lookups = answers(facts);
        Plan plan = rules.planner().plan(azure, aikido, lookups);
        List<RepositoryPlan> taken = plan.stale().stream().filter(plan::changes).toList();
        Set<String> listed = azure.stream()
                .map(repository -> repository.id().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(taken).as("only with prune").matches(list -> rules.prune() || list.isEmpty());
        assertThat(taken.size() * 100L)
                .as("never above the limit, but for a single one")
                .isLessThanOrEqualTo(rules.limit() == 0 ? 0 : Math.max(100L, (long) plan.monitored() * rules.limit()));
        assertThat(taken).allSatisfy(repository -> {
            CodeRepository entry = repository.aikido().orElseThrow();
            assertThat(entry.isAzureDevOps()).isTrue();
            assertThat(entry.active()).isTrue();
            String id = Guid.of(entry.externalId().orElse("")).orElse("");
            assertThat(id).as("only by a GUID").isNotEmpty();
            assertThat(entry.url().orElse(""))
                    .as("of this organization on this server")
                    .matches("(?i)https://dev\\.azure\\.com/contoso/.*");
            assertThat(repository.azure().map(AzureRepository::name).map(rules.selection()::selects))
                    .as("never what is selected")
                    .isNotEqualTo(Optional.of(true));
            if (repository.azure().isPresent()) {
                assertThat(listed).as("excluded is what this project lists").contains(id);
            } else {
                assertThat(listed).as("never as gone what Azure DevOps lists").doesNotContain(id);
                assertThat(lookups.get(id))
                        .as("never without the word of Azure DevOps")
                        .matches(LookupResult::isGone);
                assertThat(entry.url().orElse(""))
                        .as("of this project")
                        .matches("(?i)https://dev\\.azure\\.com/contoso/(Shop%20Front|" + PROJECT_ID + ")/.*");
            }
        });
        boolean unknown = !plan.withUnknownIds().isEmpty();
        assertThat(unknown && !taken.isEmpty()).as("never beside an unknown id").isFalse();
        assertThat(plan.with(Action.DEACTIVATE)).isEqualTo(plan.stale());
    }

    /** What Azure DevOps answers for each id; nothing for some. */
    private static Map<String, LookupResult> answers(List<LookupResult.Kind> facts) {
        Map<String, LookupResult> answers = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            answers.put(i == 16 ? PROJECT_ID : guid(i), LookupResult.of(facts.get(i)));
        }
        return answers;
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyRepositoryHasOneActionAndAReason(
            @ForAll("azure") List<AzureRepository> azure, @ForAll("aikido") List<CodeRepository> aikido) {
        Plan plan = Given.plan(azure, aikido);
        assertThat(plan.repositories().stream().flatMap(repository -> repository.azure().stream()))
                .containsExactlyInAnyOrderElementsOf(azure);
        assertThat(plan.repositories())
                .allSatisfy(repository -> assertThat(repository.reason()).endsWith("."));
    }

    /** Sizes from 1 to 200, and shares around the limit: what is rounded is rounded to the safe side. */
    @Property
    void theLimitHoldsToTheLastRepository(
            @ForAll @IntRange(min = 1, max = 200) int monitored, @ForAll @IntRange(max = 100) int limit) {
        int allowed = limit == 0 ? 0 : Math.max(1, monitored * limit / 100);
        assertThat(pruning(monitored, allowed, limit)).isEqualTo(Plan.Pruning.ON);
        if (allowed < monitored) {
            assertThat(pruning(monitored, allowed + 1, limit)).isEqualTo(Plan.Pruning.REFUSED);
        }
    }

    private static Plan.Pruning pruning(int monitored, int gone, int limit) {
        List<CodeRepository> aikido = IntStream.range(0, monitored)
                .mapToObj(i -> Given.listed(i, "r" + i, true))
                .toList();
        List<AzureRepository> azure = IntStream.range(gone, monitored)
                .mapToObj(i -> Given.git(i, "r" + i))
                .toList();
        return Given.pruned(limit, List.of(), azure, aikido).pruning();
    }

    @Provide
    Arbitrary<List<AzureRepository>> azure() {
        Arbitrary<AzureRepository> git = Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(NAMES),
                        Arbitraries.of(RepositoryState.class))
                .as(Given::git);
        return Combinators.combine(git.list().ofMaxSize(10), Arbitraries.of(true, false))
                .as((repositories, tfvc) -> {
                    List<AzureRepository> all = new ArrayList<>(repositories);
                    if (tfvc) {
                        all.add(Given.tfvc());
                    }
                    return all.stream()
                            .collect(Collectors.toMap(AzureRepository::id, each -> each, (one, other) -> one))
                            .values()
                            .stream()
                            .toList();
                });
    }

    @Provide
    Arbitrary<List<CodeRepository>> aikido() {
        Arbitrary<Optional<String>> ids = Arbitraries.integers()
                .between(0, 16)
                .map(number -> number == 16 ? PROJECT_ID : guid(number))
                .flatMap(id -> Arbitraries.frequencyOf(
                        Tuple.of(
                                12,
                                Arbitraries.of(id, id.toUpperCase(Locale.ROOT), "{" + id + "}", id.replace("-", ""))),
                        Tuple.of(1, Arbitraries.of("4711", "", "vstfs:///Git/Repository/" + id))))
                .optional(0.8);
        Arbitrary<Optional<String>> urls = Combinators.combine(
                        Arbitraries.of(
                                "https://dev.azure.com/contoso/Shop%20Front/_git/",
                                "https://dev.azure.com/CONTOSO/shop%20front/_git/",
                                "https://contoso.visualstudio.com/Shop%20Front/_git/",
                                "https://dev.azure.com/contoso/" + PROJECT_ID + "/_git/",
                                "https://dev.azure.com/contoso/Payments/_git/",
                                "https://dev.azure.com/fabrikam/Shop%20Front/_git/",
                                "https://tfs.contoso.example/contoso/Shop%20Front/_git/",
                                "https://tfs.contoso.example/tfs/contoso/" + PROJECT_ID + "/_git/",
                                "https://dev.azure.com/contoso/Shop%20Front%202/_git/",
                                "https://github.com/contoso/",
                                "nonsense "),
                        Arbitraries.of(NAMES))
                .as((base, name) -> base + name.replace(" ", "%20"))
                .map(url -> url.replace("https://contoso.visualstudio.com/", "https://dev.azure.com/contoso/"))
                .optional(0.8);
        Arbitrary<String> names = Arbitraries.of(NAMES).flatMap(name -> Arbitraries.of(name, "$/Shop Front"));
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1000),
                        names,
                        Arbitraries.of("azure_devops", "AZURE_DEVOPS", "", "github"),
                        Arbitraries.of(true, true, false),
                        ids,
                        urls)
                .as((id, name, provider, active, externalId, url) -> new CodeRepository(
                        id, name, provider, active, externalId, url, LastScan.NEVER, CodeRepository.Traits.NONE))
                .list()
                .ofMaxSize(20)
                .map(list -> list.stream()
                        .collect(Collectors.toMap(CodeRepository::id, each -> each, (one, other) -> one))
                        .values()
                        .stream()
                        .toList());
    }

    /** What is selected, and what pruning may do. */
    private record Rules(Selection selection, boolean prune, int limit) {
        Planner planner() {
            return new Planner(PROJECT, selection, prune, limit);
        }
    }

    @Provide
    Arbitrary<Rules> rules() {
        Arbitrary<List<String>> globs = Arbitraries.of("web", "*", "?pi", "$*", "ü*", "[a-z]*", "none")
                .list()
                .ofMaxSize(2);
        return Combinators.combine(
                        globs,
                        globs,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 100))
                .as((includes, excludes, prune, limit) -> new Rules(Selection.of(includes, excludes), prune, limit));
    }
}
