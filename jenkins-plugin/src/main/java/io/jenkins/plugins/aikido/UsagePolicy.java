package io.jenkins.plugins.aikido;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.Util;
import io.github.aikidoconnect.location.Glob;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.apache.tools.ant.types.selectors.SelectorUtils;

/**
 * Which jobs may use a connection, for which projects.
 *
 * @param jobs comma-separated patterns on full names as Ant has them, {@code team-a/**}; null for all jobs
 * @param projects comma-separated globs on project names; null for all projects
 */
record UsagePolicy(@Nullable String jobs, @Nullable String projects) {

    /** Returns the elements of a comma-separated list. */
    static List<String> split(@CheckForNull String list) {
        return Stream.of(Util.fixNull(list).split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    /**
     * Full names are compared in upper and lower case. A list without an element, a comma alone, was meant to restrict and
     * permits no job.
     */
    boolean includesJob(String fullName) {
        return Util.fixEmptyAndTrim(jobs) == null
                || split(jobs).stream().anyMatch(pattern -> SelectorUtils.matchPath(path(pattern), path(fullName)));
    }

    /** Returns whether projects are restricted at all, so that one has to be given by its name. */
    boolean restrictsProjects() {
        return Util.fixEmptyAndTrim(projects) != null;
    }

    boolean includesProject(String name) {
        return !restrictsProjects() || split(projects).stream().anyMatch(glob -> matches(glob, name));
    }

    /** A file that was edited by hand may hold a glob that cannot be read: what is not understood permits nothing. */
    private static boolean matches(String glob, String name) {
        try {
            return Glob.parse(glob).matches(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Ant takes patterns apart at the system's separator. */
    private static String path(String name) {
        return name.replace('/', File.separatorChar);
    }
}
