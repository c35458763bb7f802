package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The rules for the organizations of a run: each occurs once, and a credential is sent to one server only.
 *
 * @param texts the texts of problems
 */
record OrganizationRules(ProblemTexts texts) {

    /** Returns the mistakes that only show in all requests together; the run of each organization finds its own. */
    List<Problem> mistakes(List<OrganizationRun> runs) {
        if (runs.isEmpty()) {
            return List.of(texts.settings().missing(Setting.AZURE_ORGANIZATION, "The Azure DevOps organization"));
        }
        List<Problem> mistakes = new ArrayList<>(repeated(runs));
        add(mistakes, runs, new Credential(Setting.AZURE_TOKEN, "The token", ConnectRequest::azureToken));
        add(
                mistakes,
                runs,
                new Credential(
                        Setting.ENTRA_ACCESS,
                        "The access token of Microsoft Entra",
                        request -> request.entraAccess().map(EntraAccess::token)));
        add(
                mistakes,
                runs,
                new Credential(
                        Setting.AZURE_AUTH,
                        "The identity",
                        request -> request.azureSignIn()
                                .filter(signIn -> signIn.method().isIdentity())));
        return mistakes;
    }

    private List<Problem> repeated(List<OrganizationRun> runs) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (OrganizationRun run : runs) {
            boolean known = run.context().validated().organization().isPresent();
            if (known && !seen.add(run.name().toLowerCase(Locale.ROOT))) {
                repeated.add(run.name());
            }
        }
        return repeated.stream().map(texts.settings()::organizationTwice).toList();
    }

    /**
     * A credential for Azure DevOps.
     *
     * @param name its name at the beginning of a sentence
     * @param of returns it, empty if the request has none
     */
    private record Credential(Setting setting, String name, Function<ConnectRequest, Optional<?>> of) {}

    private void add(List<Problem> mistakes, List<OrganizationRun> runs, Credential credential) {
        Map<Object, List<OrganizationRun>> users = new LinkedHashMap<>();
        for (OrganizationRun run : runs) {
            credential
                    .of()
                    .apply(run.context().request())
                    .ifPresent(value -> users.computeIfAbsent(value, first -> new ArrayList<>())
                            .add(run));
        }
        for (List<OrganizationRun> sharing : users.values()) {
            boolean sameServer = sharing.stream()
                            .map(run -> run.context().address().url())
                            .distinct()
                            .count()
                    == 1;
            if (!sameServer) {
                mistakes.add(texts.settings()
                        .sentToTwoServers(
                                credential.setting(),
                                credential.name(),
                                sharing.stream().map(OrganizationRun::name).toList()));
            }
        }
    }
}
