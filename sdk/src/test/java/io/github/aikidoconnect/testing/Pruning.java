package io.github.aikidoconnect.testing;

import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Shops in which Aikido monitors more than Azure DevOps lists, and runs that may deactivate all of it. */
public final class Pruning {

    /** The shop's Git repositories that can be imported. */
    private static final String[] ALL = {"shop-web", "shop-api", "Zahlungs Übersicht", "shop-assets"};

    public static final String GONE_ID = "99999999-1c8e-4a7e-9d55-6f7a8b9c0d99";

    private Pruning() {}

    /** The shop's Git repositories that can be imported. */
    public static String[] all() {
        return ALL.clone();
    }

    /** A shop whose repositories are all monitored. */
    public static Scenario monitored() {
        return imported(Setup.shop(), ALL);
    }

    /** The same, and one more that Azure DevOps does not list. */
    public static Scenario withGone() {
        return withGone(gone -> gone);
    }

    /** The same, with a change of that repository. */
    public static Scenario withGone(UnaryOperator<CodeRepository> change) {
        return withGone(change, "gone");
    }

    /** A shop whose repositories are all monitored, and more of them that Azure DevOps does not list. */
    public static Scenario withGone(UnaryOperator<CodeRepository> change, String... names) {
        return withMore(IntStream.range(0, names.length)
                .mapToObj(i -> change.apply(gone(Shop.PROJECT, names[i])
                        .withExternalRepoId(i == 0 ? GONE_ID : String.format("%08d-1c8e-4a7e-9d55-6f7a8b9c0dff", i))))
                .toArray(CodeRepository[]::new));
    }

    /** A shop whose repositories are all monitored, and more entries in Aikido's list. */
    public static Scenario withMore(CodeRepository... more) {
        return monitored().workspace(workspace -> workspace.withRepositories(with(workspace.repositories(), more)));
    }

    /** A list with more entries, which get the next ids. */
    public static List<CodeRepository> with(List<CodeRepository> repositories, CodeRepository... more) {
        List<CodeRepository> all = new ArrayList<>(repositories);
        for (CodeRepository each : more) {
            all.add(each.withId(all.size() + 1));
        }
        return all;
    }

    /** A monitored repository that Azure DevOps does not list. */
    public static CodeRepository gone(String project, String name) {
        return CodeRepository.of(
                0,
                name,
                true,
                GONE_ID,
                "https://dev.azure.com/contoso/" + project.replace(" ", "%20") + "/_git/" + name);
    }

    /** A run that may deactivate everything. */
    public static ConnectRequest.Builder prune(Simulator simulator) {
        return request(simulator).prune(true).pruneLimit(100).allowSharedWorkspace(true);
    }

    public static void assertUntouched(Simulator simulator) {
        assertThat(Setup.writes(simulator)).isEmpty();
    }
}
