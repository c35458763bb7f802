package io.jenkins.plugins.aikido;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.Util;
import hudson.model.Run;
import io.github.aikidoconnect.location.AzureLocation;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.location.AzureNames;
import io.github.aikidoconnect.location.OrganizationUrl;
import io.jenkins.plugins.aikido.scm.JobLocations;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The connection and the project of a run: as given, and what is not given as found.
 *
 * @param connection one that the job may use
 * @param project one that the connection may be used for; null where none is needed
 * @param source where the project was found, null when it was given
 */
record ConnectionChoice(
        Connection connection,
        @Nullable String project,
        @Nullable String source) {

    private static final Pattern OTHER_ID = Pattern.compile("\\W*(?:\\p{XDigit}-?){32}\\W*");

    static ConnectionChoice of(AikidoConnectStep step, Run<?, ?> run, Goal goal) throws ProblemException {
        String job = run.getParent().getFullName();
        String project = Util.fixEmptyAndTrim(step.getProject());
        String name = Util.fixEmptyAndTrim(step.getConnection());
        List<AzureLocation> locations = name == null || project == null ? JobLocations.of(run) : List.of();
        Connection connection = name == null ? only(job, locations) : named(name, job);
        ConnectionChoice choice = project == null ? found(connection, locations, goal) : new ConnectionChoice(connection, project, null);
        choice.judge();
        return choice;
    }

    private static Connection named(String name, String job) throws ProblemException {
        return Connections.permitted(job).stream()
                .filter(connection -> connection.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        "The job \"" + job + "\" may use no connection \"" + name + "\".",
                        "Correct the step's \"connection\" (" + names(Connections.permitted(job))
                                + "), or have an administrator add the job to the connection's \"Jobs\"."));
    }

    private static Connection only(String job, List<AzureLocation> locations) throws ProblemException {
        List<Connection> permitted = Connections.permitted(job);
        if (permitted.isEmpty()) {
            throw new ProblemException(
                    "There is no connection that the job \"" + job + "\" may use.",
                    "An administrator makes one under Manage Jenkins, System, Aikido for Azure DevOps.");
        }
        List<Connection> fitting = permitted.size() == 1
                ? permitted
                : permitted.stream()
                        .filter(connection -> locations.stream().anyMatch(place -> isOf(connection, place)))
                        .toList();
        if (fitting.size() != 1) {
            throw new ProblemException(
                    "Which connection is meant is not clear.",
                    "Set the step's \"connection\" (" + names(fitting.isEmpty() ? permitted : fitting) + ").");
        }
        return fitting.get(0);
    }

    private static ConnectionChoice found(Connection connection, List<AzureLocation> locations, Goal goal)
            throws ProblemException {
        List<AzureLocation> own =
                locations.stream().filter(place -> isOf(connection, place)).toList();
        TreeSet<String> projects = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        own.forEach(place -> projects.add(place.project()));
        if (projects.size() == 1) {
            return new ConnectionChoice(connection, projects.first(), own.get(0).source());
        }
        if (goal == Goal.CHECK && projects.isEmpty()) {
            return new ConnectionChoice(connection, null, null);
        }
        throw projects.isEmpty()
                ? new ProblemException(
                        "The Azure DevOps project was not specified, and the job has no source code of the organization \""
                                + organization(connection) + "\" that would name it.",
                        "Set the step's \"project\".")
                : new ProblemException(
                        "The job has source code of several Azure DevOps projects.",
                        "Set the step's \"project\" (" + quoted(new ArrayList<>(projects)) + ").");
    }

    private void judge() throws ProblemException {
        UsagePolicy policy = connection.policy();
        if (project == null || !policy.restrictsProjects()) {
            return;
        }
        if (isId(project)) {
            throw new ProblemException(
                    "The connection \"" + connection.getName() + "\" is for projects of certain names, and \"" + project
                            + "\" is an id.",
                    "Set the step's \"project\" to its name.");
        }
        if (!policy.includesProject(project)) {
            throw new ProblemException(
                    "The connection \"" + connection.getName() + "\" may not be used for the project \"" + project
                            + "\".",
                    "Have an administrator add it to the connection's \"Projects\".");
        }
    }

    /** Azure DevOps reads an id without hyphens and one in parentheses as well, which are names by their form. */
    private static boolean isId(String text) {
        return AzureNames.isId(text) || OTHER_ID.matcher(text).matches();
    }

    /** A job chooses the URL of its source code: one on another server that has the organization's name in it is not of it. */
    private static boolean isOf(Connection connection, AzureLocation place) {
        return place.isOf(connection.getOrganization(), connection.getAzureUrl());
    }

    /** An organization may be given as its URL. */
    private static String organization(Connection connection) {
        return OrganizationUrl.parse(connection.getOrganization())
                .map(OrganizationUrl::name)
                .orElse(connection.getOrganization());
    }

    @CheckForNull
    private static String names(List<Connection> connections) {
        return connections.isEmpty()
                ? "there is none"
                : quoted(connections.stream().map(Connection::getName).toList());
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
