package io.github.aikidoconnect.testing;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Company;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.util.List;

/** Companies with many projects, and what is asked for them. */
public final class Companies {

    private Companies() {}

    /** A company whose workspaces take as many calls as one likes. */
    public static Scenario of(int projects, int repositories) {
        return Company.scenario(projects, repositories).workspace(workspace -> workspace.withCallsPerWindow(1000));
    }

    /** What is asked for all projects: nothing but where, and with which token. */
    public static ConnectRequest.Builder common(Simulator simulator) {
        return Runs.shop(simulator).project(null).aikidoClient(null, null).callsPerMinute(1000);
    }

    /** A request that names so many projects, each with its workspace. */
    public static OrganizationRequest.Builder request(Simulator simulator, int projects) {
        return request(common(simulator).build(), projects);
    }

    public static OrganizationRequest.Builder request(ConnectRequest common, int projects) {
        OrganizationRequest.Builder request = OrganizationRequest.builder(common);
        for (int project = 1; project <= projects; project++) {
            request.project(Company.project(project), client(project));
        }
        return request;
    }

    /** The API client of a project's workspace. */
    public static ProjectSettings client(int project) {
        return (request, named) ->
                request.aikidoClient(Secret.of(Company.clientId(project)), Secret.of(Company.clientSecret(project)));
    }

    /** The part of a report that is about a project. */
    public static ProjectReport part(ConnectReport report, String project) {
        return report.projects().stream()
                .filter(part -> project.equals(part.projectName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(project + " is not in " + report.toText()));
    }

    public static List<String> names(ConnectReport report) {
        return report.projects().stream().map(ProjectReport::projectName).toList();
    }
}
