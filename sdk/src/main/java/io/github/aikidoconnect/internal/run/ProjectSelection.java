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
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Selects the projects of a request for an organization, and creates the request for each of them. */
final class ProjectSelection {

    private final Goal goal;
    private final OrganizationRequest request;
    private final String organization;
    private final ProjectPatterns mapping;
    private final ProblemTexts texts;

    /**
     * The run for a project.
     *
     * @param request the request for the project
     * @param origin the reason why the project is part of the run
     * @param project the project as far as it is known
     */
    record Job(ConnectRequest request, ProjectOrigin origin, ProjectReport.Project project) {}

    /**
     * The selected projects.
     *
     * @param jobs the run for each project, in a list that can be changed
     * @param problems the problems of the selection as a whole
     */
    record Found(List<Job> jobs, List<Problem> problems) {}

    /** @param request a request in which {@link #mistakes} finds nothing */
    ProjectSelection(OrganizationRequest request, RunContext context) {
        this.goal = context.goal();
        this.request = request;
        this.organization = context.organization();
        this.mapping = new ProjectPatterns(patterns(request));
        this.texts = context.texts();
    }

    /** Returns the mistakes in a request that show without reading the organization. */
    static List<Problem> mistakes(OrganizationRequest request, ProblemTexts texts) {
        List<Problem> mistakes = new ArrayList<>();
        if (request.entries().isEmpty()) {
            mistakes.add(texts.settings().noProject());
        }
        try {
            ProjectPatterns unused = new ProjectPatterns(patterns(request));
        } catch (IllegalArgumentException e) {
            mistakes.add(texts.settings().glob(Setting.PROJECTS, String.valueOf(e.getMessage())));
        }
        double least = request.minCoverage().orElse(0);
        if (!AllowedValues.range(Setting.MIN_COVERAGE).orElseThrow().contains(least)) {
            mistakes.add(texts.settings().invalid(Setting.MIN_COVERAGE, Double.toString(least), "is not a percentage"));
        }
        return mistakes;
    }

    private static List<String> patterns(OrganizationRequest request) {
        return request.entries().stream()
                .map(OrganizationRequest.Entry::project)
                .toList();
    }

    /**
     * Returns the selected projects; for a coverage, all projects.
     *
     * @param listed the projects that the organization lists
     */
    Found of(List<AzureProject> listed) {
        if (listed.isEmpty()) {
            return new Found(List.of(), List.of(texts.azure().noProjectSeen()));
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
                            ? texts.run().notMeant(only.get())
                            : texts.azure()
                                    .projectNotFound(
                                            only.get(),
                                            organization,
                                            listed.stream()
                                                    .map(AzureProject::name)
                                                    .toList()));
        }
        if (goal == Goal.CONNECT) {
            problems.addAll(SharedClients.refuse(jobs, texts));
        }
        return new Found(jobs, problems);
    }

    /** Adds a run for each named project that was not listed, so that it has a report, and returns a problem for each unused glob. */
    private List<Problem> jobsForTheMissing(NavigableSet<Integer> unused, List<Job> jobs) {
        List<Problem> problems = new ArrayList<>();
        while (!unused.isEmpty()) {
            String text = request.entries().get(unused.pollFirst()).project();
            if (ProjectPatterns.isGlob(text)) {
                problems.add(texts.run().nothingMatches(text));
            } else {
                List<Integer> meaning = mapping.meaning(text, text);
                // A glob that matches the name of the missing project stays: it has to match a listed project.
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
            return new Job(builder.aikidoClient(null, null).build(), ProjectOrigin.UNMAPPED, project);
        }
        boolean named = request.common().project().isPresent();
        add(request.defaults(), builder, project);
        for (int place : meaning) {
            OrganizationRequest.Entry entry = request.entries().get(place);
            add(entry.settings(), builder, project);
            named |= !ProjectPatterns.isGlob(entry.project());
        }
        // One report covers all projects, so they share the dry run and the time limit.
        builder.dryRun(request.common().dryRun());
        builder.maxDuration(request.common().maxDuration().orElse(null));
        return new Job(builder.build(), named ? ProjectOrigin.NAMED : ProjectOrigin.MATCHED, project);
    }

    /** Adds the settings of a project. A caller whose vault fails for one project must not stop the others. */
    private void add(ProjectSettings settings, ConnectRequest.Builder builder, ProjectReport.Project project) {
        try {
            settings.addTo(builder, project);
        } catch (RuntimeException e) {
            builder.aikidoClient(null, null)
                    .problem(
                            Setting.AIKIDO_CLIENT,
                            texts.settings().settingsBroken(e.getClass().getSimpleName()));
        }
    }
}
