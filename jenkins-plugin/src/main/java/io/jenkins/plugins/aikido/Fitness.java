package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.location.Glob;


import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says which connections must not be saved, be it from the page or by Configuration as Code. Most mistakes may: somebody
 * fills in the rest later. Not those that would put a secret on disk, or open a connection to other jobs than was meant.
 */
final class Fitness {

    /** What is before an {@code @} or behind a question mark in a URL can be a password or a token. */
    private static final String SECRET_PLACES = ".*[@?#].*";

    private Fitness() {}

    /** @throws IllegalArgumentException with a text for the administrator, which repeats nothing that may be secret */
    static void judge(List<Connection> connections) {
        Set<String> names = new HashSet<>();
        for (Connection connection : connections) {
            String name = connection.getName();
            require(!name.isEmpty(), Messages.Connection_nameMissing());
            require(names.add(name), Messages.Connection_nameTwice(name));
            require(
                    Stream.of(connection.getOrganization(), connection.getAzureUrl(), connection.getAikidoUrl())
                            .noneMatch(Fitness::mayHoldASecret),
                    Messages.Connection_urlSecret(name));
            Permit.split(connection.getProjects()).forEach(glob -> judgeGlob(name, glob));
        }
    }

    private static boolean mayHoldASecret(@CheckForNull String address) {
        return address != null && address.matches(SECRET_PLACES);
    }

    private static void judgeGlob(String name, String glob) {
        try {
            Glob.parse(glob);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Messages.Connection_projectsWrong(name, Messages.Fields_glob(glob, e.getMessage())), e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
