package io.jenkins.plugins.aikido;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.Util;
import io.github.aikidoconnect.plan.Glob;
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
record Permit(@Nullable String jobs, @Nullable String projects) {

    /** Returns the elements of a comma-separated list. */
    static List<String> split(@CheckForNull String list) {
        return Stream.of(Util.fixNull(list).split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    /** Full names are compared in upper and lower case: Jenkins may have both. */
    boolean includesJob(String fullName) {
        return split(jobs).isEmpty()
                || split(jobs).stream().anyMatch(pattern -> SelectorUtils.matchPath(path(pattern), path(fullName)));
    }

    /** Returns whether projects are restricted at all, so that one has to be given by its name. */
    boolean restrictsProjects() {
        return !split(projects).isEmpty();
    }

    boolean includesProject(String name) {
        return !restrictsProjects()
                || split(projects).stream().anyMatch(glob -> Glob.parse(glob).matches(name));
    }

    /** Ant takes patterns apart at the system's separator. */
    private static String path(String name) {
        return name.replace('/', File.separatorChar);
    }
}
