package io.jenkins.plugins.aikido.step;

import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.location.AzureLocation;
import io.github.aikidoconnect.location.AzureNames;
import io.github.aikidoconnect.location.OrganizationUrl;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.Connections;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.connection.ProblemException;
import io.jenkins.plugins.aikido.connection.UsagePolicy;
import io.jenkins.plugins.aikido.scm.JobLocations;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The connection and the project of a run: those of the step, or else those that were found.
 *
 * @param owned a connection that the job may use
 * @param project a project that the connection may be used for; null if the run needs none
 * @param source where the project was found; null if the step names it
 */
@Restricted(NoExternalUse.class)
public record ConnectionChoice(
        OwnedConnection owned,
        @Nullable String project,
        @Nullable String source) {

    private static final Pattern OTHER_ID = Pattern.compile("\\W*(?:\\p{XDigit}-?){32}\\W*");

    public static ConnectionChoice of(AikidoConnectStep step, Run<?, ?> run, Goal goal) throws ProblemException {
        Item job = run.getParent();
        String project = Util.fixEmptyAndTrim(step.getProject());
        String name = Util.fixEmptyAndTrim(step.getConnection());
        List<AzureLocation> locations = name == null || project == null ? JobLocations.of(run) : List.of();
        OwnedConnection connection = name == null ? only(job, locations) : named(name, job);
        ConnectionChoice choice =
                project == null ? found(connection, locations, goal) : new ConnectionChoice(connection, project, null);
        choice.judge();
        return choice;
    }

    /** Returns the connection. */
    public Connection connection() {
        return owned.connection();
    }

    private static OwnedConnection named(String name, Item job) throws ProblemException {
        List<OwnedConnection> permitted = Connections.permitted(job);
        return permitted.stream()
                .filter(each -> each.connection().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        "The job \"" + job.getFullName() + "\" is not permitted to use a connection named \"" + name
                                + "\".",
                        (permitted.isEmpty()
                                        ? "Ask"
                                        : "Set the step's \"connection\" to one of these: " + names(permitted)
                                                + ". Or ask")
                                + " an administrator to add the job to the field \"Jobs\" of the connection."));
    }

    private static OwnedConnection only(Item job, List<AzureLocation> locations) throws ProblemException {
        List<OwnedConnection> permitted = Connections.permitted(job);
        if (permitted.isEmpty()) {
            throw new ProblemException(
                    "The job \"" + job.getFullName() + "\" is not permitted to use any connection.",
                    "Ask an administrator to add a connection under Manage Jenkins, System, Aikido for Azure DevOps, or add one"
                            + " in the configuration of a folder above the job.");
        }
        List<OwnedConnection> matching = permitted.size() == 1
                ? permitted
                : nearest(permitted.stream()
                        .filter(each -> locations.isEmpty()
                                || locations.stream().anyMatch(place -> isOf(each.connection(), place)))
                        .toList());
        if (matching.size() != 1) {
            throw new ProblemException(
                    "The job is permitted to use several connections.",
                    "Set the step's \"connection\" to one of these: " + names(matching.isEmpty() ? permitted : matching)
                            + ".");
        }
        return matching.get(0);
    }

    /** Returns the connections of the nearest folder: they take precedence over those that are further away. */
    private static List<OwnedConnection> nearest(List<OwnedConnection> sorted) {
        return sorted.stream()
                .filter(each -> each.owner() == sorted.get(0).owner())
                .toList();
    }

    private static ConnectionChoice found(OwnedConnection owned, List<AzureLocation> locations, Goal goal)
            throws ProblemException {
        Connection connection = owned.connection();
        List<AzureLocation> own =
                locations.stream().filter(place -> isOf(connection, place)).toList();
        TreeSet<String> projects = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        own.forEach(place -> projects.add(place.project()));
        if (projects.size() == 1) {
            return new ConnectionChoice(owned, projects.first(), own.get(0).source());
        }
        if (goal == Goal.CHECK && projects.isEmpty()) {
            return new ConnectionChoice(owned, null, null);
        }
        throw projects.isEmpty()
                ? new ProblemException(
                        "The Azure DevOps project was not specified, and the job has no source code in the organization \""
                                + organization(connection) + "\".",
                        "Set the step's \"project\".")
                : new ProblemException(
                        "The job has source code from several Azure DevOps projects.",
                        "Set the step's \"project\" to one of these: " + quoted(new ArrayList<>(projects)) + ".");
    }

    private void judge() throws ProblemException {
        Connection connection = connection();
        UsagePolicy policy = connection.policy();
        if (project == null || !policy.restrictsProjects()) {
            return;
        }
        if (isId(project)) {
            throw new ProblemException(
                    "The connection \"" + connection.getName() + "\" is restricted to projects by name, and \""
                            + project + "\" is an id.",
                    "Set the step's \"project\" to the name of the project.");
        }
        if (!policy.includesProject(project)) {
            throw new ProblemException(
                    "The connection \"" + connection.getName() + "\" may not be used for the project \"" + project
                            + "\".",
                    "Ask an administrator to add the project to the field \"Projects\" of the connection.");
        }
    }

    /** Azure DevOps also accepts an id without hyphens or in parentheses. */
    private static boolean isId(String text) {
        return AzureNames.isId(text) || OTHER_ID.matcher(text).matches();
    }

    /** Returns whether a place is in the organization of a connection. A URL with its name on another server is not. */
    private static boolean isOf(Connection connection, AzureLocation place) {
        return place.isOf(connection.getOrganization(), connection.getAzureUrl());
    }

    /** Returns the name of the organization, which may be configured as a URL. */
    private static String organization(Connection connection) {
        return OrganizationUrl.parse(connection.getOrganization())
                .map(OrganizationUrl::name)
                .orElse(connection.getOrganization());
    }

    private static String names(List<OwnedConnection> connections) {
        return quoted(
                connections.stream().map(each -> each.connection().getName()).toList());
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
