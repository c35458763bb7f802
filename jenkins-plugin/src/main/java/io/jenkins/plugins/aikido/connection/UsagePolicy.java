package io.jenkins.plugins.aikido.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.Util;
import io.github.aikidoconnect.location.Glob;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.apache.tools.ant.types.selectors.SelectorUtils;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Which jobs may use a connection, for which projects.
 *
 * @param jobs comma-separated full names of jobs and folders, and Ant patterns on full names such as {@code team-a/**}; null for
 *     all jobs
 * @param projects comma-separated globs on project names; null for all projects
 */
@Restricted(NoExternalUse.class)
public record UsagePolicy(@Nullable String jobs, @Nullable String projects) {

    /** Returns the elements of a comma-separated list. */
    public static List<String> split(@CheckForNull String list) {
        return Stream.of(Util.fixNull(list).split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    /**
     * Returns whether a job is permitted. An entry without wildcards permits the item with that full name, and all below it.
     * Full names are compared with regard to case. A list without an entry, such as a single comma, permits no job: its author
     * wanted to restrict the connection.
     */
    public boolean includesJob(String fullName) {
        return Util.fixEmptyAndTrim(jobs) == null || split(jobs).stream().anyMatch(entry -> includes(entry, fullName));
    }

    private static boolean includes(String entry, String fullName) {
        return isPattern(entry)
                ? SelectorUtils.matchPath(path(entry), path(fullName))
                : fullName.equals(entry) || fullName.startsWith(entry + "/");
    }

    /** Returns whether an entry is a pattern on names rather than the full name of an item. */
    public static boolean isPattern(String entry) {
        return entry.contains("*") || entry.contains("?");
    }

    /** Returns the policy after an item was renamed or moved. Patterns stay as they are. */
    public UsagePolicy renamed(String oldFullName, String newFullName) {
        return withJobs(split(jobs).stream()
                .map(entry -> entry.equals(oldFullName) ? newFullName : entry)
                .toList());
    }

    /** Returns the policy after an item was deleted: without the entries of the item and of the items below it. */
    public UsagePolicy without(String deleted) {
        return withJobs(split(jobs).stream()
                .filter(entry -> isPattern(entry) || !(entry.equals(deleted) || entry.startsWith(deleted + "/")))
                .toList());
    }

    private UsagePolicy withJobs(List<String> entries) {
        if (entries.equals(split(jobs))) {
            return this;
        }
        return new UsagePolicy(entries.isEmpty() ? "," : String.join(", ", entries), projects);
    }

    /** Returns whether the connection is restricted to certain projects, which then have to be given by name. */
    public boolean restrictsProjects() {
        return Util.fixEmptyAndTrim(projects) != null;
    }

    public boolean includesProject(String name) {
        return !restrictsProjects() || split(projects).stream().anyMatch(glob -> matches(glob, name));
    }

    /** An invalid glob, which a file that was edited by hand may contain, permits no project. */
    private static boolean matches(String glob, String name) {
        try {
            return Glob.parse(glob).matches(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Ant separates patterns at the separator of the operating system. */
    private static String path(String name) {
        return name.replace('/', File.separatorChar);
    }
}
