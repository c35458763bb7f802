package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.location.AzureNames;
import io.github.aikidoconnect.location.ProjectPatterns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Makes, of what is asked for an organization, what is asked for each of its projects. */
final class ProjectSelection {

    private final Goal goal;
    private final OrganizationRequest request;
    private final ValidatedRequest target;
    private final ProjectPatterns mapping;
    private final ProblemTexts wording;

    /**
     * What is to be done for a project.
     *
     * @param request what is asked for
     * @param origin why it is
     * @param project the project as far as it is known
     */
    record Job(ConnectRequest request, ConnectRun.Origin origin, ProjectReport.Project project) {}

    /**
     * What is to be done.
     *
     * @param jobs one for each project
     * @param problems what is wrong with all of them together
     */
    record Found(List<Job> jobs, List<Problem> problems) {}

    /**
     * @param request one in which {@link #mistakes} finds nothing
     * @param target what is the same for all of its projects
     */
    ProjectSelection(Goal goal, OrganizationRequest request, ValidatedRequest target, ProblemTexts wording) {
        this.goal = goal;
        this.request = request;
        this.target = target;
        this.mapping = new ProjectPatterns(patterns(request));
        this.wording = wording;
    }

    /** Returns what is wrong with a request before anything is known of the organization. */
    static List<Problem> mistakes(OrganizationRequest request, ProblemTexts wording) {
        List<Problem> mistakes = new ArrayList<>();
        if (request.entries().isEmpty()) {
            mistakes.add(wording.noProject());
        }
        try {
            ProjectPatterns unused = new ProjectPatterns(patterns(request));
        } catch (IllegalArgumentException e) {
            mistakes.add(wording.glob(Setting.PROJECTS, String.valueOf(e.getMessage())));
        }
        double least = request.minCoverage().orElse(0);
        if (!AllowedValues.range(Setting.MIN_COVERAGE).orElseThrow().contains(least)) {
            mistakes.add(wording.invalid(Setting.MIN_COVERAGE, Double.toString(least), "is not a percentage"));
        }
        return mistakes;
    }

    private static List<String> patterns(OrganizationRequest request) {
        return request.entries().stream()
                .map(OrganizationRequest.Entry::project)
                .toList();
    }

    /**
     * Finds the projects that are meant; for a coverage, all.
     *
     * @param listed the projects that the organization shows
     */
    Found of(List<AzureProject> listed) {
        if (listed.isEmpty()) {
            return new Found(List.of(), List.of(wording.noProjectSeen()));
        }
        List<Job> jobs = new ArrayList<>();
        NavigableSet<Integer> unused = new TreeSet<>();
        for (int place = 0; place < request.entries().size(); place++) {
            unused.add(place);
        }
        Optional<String> only = request.common().project();
        for (AzureProject project : listed) {
            List<Integer> meaning = mapping.meaning(project.name(), project.id());
            meaning.forEach(unused::remove);
            boolean wanted = only.isEmpty() || ProjectPatterns.isNamed(only.get(), project.name(), project.id());
            if (wanted && (goal == Goal.COVERAGE || !meaning.isEmpty())) {
                jobs.add(job(new ProjectReport.Project(project.id(), project.name()), meaning));
            }
        }
        List<Problem> problems = new ArrayList<>();
        if (only.isEmpty()) {
            problems.addAll(jobsForTheMissing(unused, jobs));
        } else if (jobs.isEmpty()) {
            boolean there = listed.stream()
                    .anyMatch(project -> ProjectPatterns.isNamed(only.get(), project.name(), project.id()));
            problems.add(
                    there
                            ? wording.notMeant(only.get())
                            : wording.projectNotFound(
                                    only.get(),
                                    target.organization().orElseThrow(),
                                    listed.stream().map(AzureProject::name).toList()));
        }
        problems.addAll(sharedClients(jobs));
        return new Found(jobs, problems);
    }

    /** A project that is named has its own report, which says that it is not there; a glob that matches nothing has none. */
    private List<Problem> jobsForTheMissing(NavigableSet<Integer> unused, List<Job> jobs) {
        List<Problem> problems = new ArrayList<>();
        while (!unused.isEmpty()) {
            String text = request.entries().get(unused.pollFirst()).project();
            if (ProjectPatterns.isGlob(text)) {
                problems.add(wording.nothingMatches(text));
            } else {
                List<Integer> meaning = mapping.meaning(text, text);
                // A glob that means it may mean others as well, of which there is none.
                meaning.stream()
                        .filter(place -> !ProjectPatterns.isGlob(
                                request.entries().get(place).project()))
                        .forEach(unused::remove);
                jobs.add(job(new ProjectReport.Project(null, text), meaning));
            }
        }
        return problems;
    }

    private Job job(ProjectReport.Project project, List<Integer> meaning) {
        String id = project.id();
        ConnectRequest.Builder builder = request.common().toBuilder()
                .project(id != null && !AzureNames.isProject(project.name()) ? id : project.name());
        if (meaning.isEmpty()) {
            return new Job(builder.aikidoClient(null, null).build(), ConnectRun.Origin.UNMAPPED, project);
        }
        boolean named = request.common().project().isPresent();
        add(request.defaults(), builder, project);
        for (int place : meaning) {
            OrganizationRequest.Entry entry = request.entries().get(place);
            add(entry.settings(), builder, project);
            named |= !ProjectPatterns.isGlob(entry.project());
        }
        // The report says for all whether anything was to be changed.
        builder.dryRun(request.common().dryRun());
        builder.maxDuration(request.common().maxDuration().orElse(null));
        return new Job(builder.build(), named ? ConnectRun.Origin.NAMED : ConnectRun.Origin.MATCHED, project);
    }

    /** A caller that looks into a vault may fail for one project; the others have theirs. */
    private void add(ProjectSettings settings, ConnectRequest.Builder builder, ProjectReport.Project project) {
        try {
            settings.addTo(builder, project);
        } catch (RuntimeException e) {
            builder.aikidoClient(null, null)
                    .problem(
                            Setting.AIKIDO_CLIENT,
                            wording.settingsBroken(e.getClass().getSimpleName()));
        }
    }

    /**
     * Finds projects with the same API client, which is that of one workspace. Each run alone would see a workspace that
     * monitors nothing yet, and take it for its own.
     */
    private List<Problem> sharedClients(List<Job> jobs) {
        if (goal != Goal.CONNECT) {
            return List.of();
        }
        Map<String, List<Job>> byClient = new LinkedHashMap<>();
        for (Job job : jobs) {
            job.request()
                    .aikidoClientId()
                    .ifPresent(id -> byClient.computeIfAbsent(
                                    job.request()
                                                    .aikidoUrl()
                                                    .orElse(job.request()
                                                            .region()
                                                            .toString()) + " " + id.reveal(),
                                    client -> new ArrayList<>())
                            .add(job));
        }
        List<Problem> problems = new ArrayList<>();
        for (List<Job> sharing : byClient.values()) {
            boolean accepted = sharing.stream().allMatch(job -> job.request().allowSharedWorkspace());
            if (sharing.size() > 1 && !accepted) {
                Problem problem = wording.sharedClient(
                        sharing.stream().map(job -> job.project().name()).toList());
                problems.add(problem);
                jobs.replaceAll(job -> sharing.contains(job)
                        ? new Job(
                                job.request().toBuilder()
                                        .problem(Setting.ALLOW_SHARED_WORKSPACE, problem)
                                        .build(),
                                job.origin(),
                                job.project())
                        : job);
            }
        }
        return problems;
    }
}
