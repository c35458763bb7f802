package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.internal.run.ProjectSelection.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            List<String> names = sharing.stream().map(Use::organization).distinct().toList();
            if (names.size() > 1 && !isAccepted(sharing)) {
                Problem problem = refuseUses(sharing, texts);
                organizations.stream().filter(run -> names.contains(run.name())).forEach(run -> run.problem(problem));
            }
        }
    }

    private void add(String organization, List<Job> jobs) {
        for (int i = 0; i < jobs.size(); i++) {
            Use use = new Use(organization, jobs, i);
            ConnectRequest request = use.job().request();
            String address = request.aikidoUrl().orElse(request.region().toString());
            request.aikidoClientId()
                    .ifPresent(id -> uses.computeIfAbsent(address + " " + id.reveal(), first -> new ArrayList<>())
                            .add(use));
        }
    }

    private static boolean isAccepted(List<Use> sharing) {
        return sharing.stream().allMatch(use -> use.job().request().allowSharedWorkspace());
    }

    private static Problem refuseUses(List<Use> sharing, ProblemTexts texts) {
        Problem problem =
                texts.aikido().sharedClient(sharing.stream().map(Use::name).toList());
        for (Use use : sharing) {
            Job job = use.job();
            ConnectRequest refused = job.request().toBuilder()
                    .problem(Setting.ALLOW_SHARED_WORKSPACE, problem)
                    .build();
            use.jobs().set(use.place(), new Job(refused, job.origin(), job.project()));
        }
        return problem;
    }
}
