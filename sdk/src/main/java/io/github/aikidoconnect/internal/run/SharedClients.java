package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.internal.run.ProjectSelection.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Finds projects with the same API client, and so the same workspace. The run of each project alone could see that the
 * workspace monitors nothing yet, and accept it.
 */
final class SharedClients {

    private final Map<String, List<Use>> uses = new LinkedHashMap<>();

    /**
     * The use of a client by a project.
     *
     * @param organization the organization, empty if the run is for one
     * @param jobs the list with the project's run
     * @param place the position in that list
     */
    private record Use(String organization, List<Job> jobs, int place) {

        Job job() {
            return jobs.get(place);
        }

        String secret() {
            return job().request().aikidoClientSecret().map(Secret::reveal).orElse("");
        }

        void change(UnaryOperator<ConnectRequest.Builder> change) {
            Job job = job();
            jobs.set(place, new Job(change.apply(job.request().toBuilder()).build(), job.origin(), job.project()));
        }

        String name() {
            String project = job().project().name();
            return organization.isEmpty() ? project : project + " (" + organization + ")";
        }
    }

    /**
     * Refuses the projects of an organization that share a client although not all of them accept it.
     *
     * @param jobs the runs of the projects; those that are refused get a problem
     * @return a problem for each client
     */
    static List<Problem> refuse(List<Job> jobs, ProblemTexts texts) {
        SharedClients clients = new SharedClients();
        clients.add("", jobs);
        return clients.uses.values().stream()
                .filter(sharing -> sharing.size() > 1 && !isAccepted(sharing))
                .map(sharing -> refuseUses(sharing, texts))
                .toList();
    }

    /** Refuses the projects of several organizations in the same way, and reports each client to these organizations. */
    static void refuseAcross(List<OrganizationRun> organizations, ProblemTexts texts) {
        SharedClients clients = new SharedClients();
        organizations.forEach(run -> clients.add(run.name(), run.jobs()));
        for (List<Use> sharing : clients.uses.values()) {
            if (!isAccepted(sharing)) {
                report(sharing, organizations, () -> refuseUses(sharing, texts));
            }
        }
    }

    /** Refuses the projects of several organizations that would send the same client to several servers of Aikido. */
    static void refuseOnSeveralServers(List<OrganizationRun> organizations, ProblemTexts texts) {
        SharedClients clients = new SharedClients();
        organizations.forEach(run -> clients.add(run.name(), run.jobs()));
        Map<String, List<Use>> bySecret = new LinkedHashMap<>();
        clients.uses.values().stream()
                .flatMap(List::stream)
                .forEach(use -> bySecret.computeIfAbsent(use.secret(), first -> new ArrayList<>())
                        .add(use));
        for (List<Use> sharing : bySecret.values()) {
            if (sharing.stream()
                            .map(use -> address(use.job().request()))
                            .distinct()
                            .count()
                    > 1) {
                report(sharing, organizations, () -> {
                    Problem problem = texts.settings().clientOnSeveralServers(names(sharing));
                    sharing.forEach(use -> use.change(
                            request -> request.aikidoClient(null, null).problem(Setting.AIKIDO_CLIENT, problem)));
                    return problem;
                });
            }
        }
    }

    private static void report(List<Use> sharing, List<OrganizationRun> organizations, Supplier<Problem> refuse) {
        List<String> names = sharing.stream().map(Use::organization).distinct().toList();
        if (names.size() > 1) {
            Problem problem = refuse.get();
            organizations.stream().filter(run -> names.contains(run.name())).forEach(run -> run.problem(problem));
        }
    }

    private void add(String organization, List<Job> jobs) {
        for (int i = 0; i < jobs.size(); i++) {
            Use use = new Use(organization, jobs, i);
            ConnectRequest request = use.job().request();
            request.aikidoClientId()
                    .ifPresent(
                            id -> uses.computeIfAbsent(address(request) + " " + id.reveal(), first -> new ArrayList<>())
                                    .add(use));
        }
    }

    private static String address(ConnectRequest request) {
        return request.aikidoUrl().orElse(request.region().toString());
    }

    private static List<String> names(List<Use> sharing) {
        return sharing.stream().map(Use::name).toList();
    }

    private static boolean isAccepted(List<Use> sharing) {
        return sharing.stream().allMatch(use -> use.job().request().allowSharedWorkspace());
    }

    private static Problem refuseUses(List<Use> sharing, ProblemTexts texts) {
        Problem problem = texts.aikido().sharedClient(names(sharing));
        sharing.forEach(use -> use.change(request -> request.problem(Setting.ALLOW_SHARED_WORKSPACE, problem)));
        return problem;
    }
}
