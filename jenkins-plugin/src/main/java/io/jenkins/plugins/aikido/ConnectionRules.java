package io.jenkins.plugins.aikido;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.location.Glob;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says which connections must not be saved, be it from the page or by Configuration as Code. Most mistakes may: somebody
 * fills in the rest later. Not those that would put a secret on disk, or open a connection to other jobs than was meant.
 */
final class ConnectionRules {

    /** What is before an {@code @} or behind a question mark in a URL can be a password or a token. */
    private static final Pattern SECRET_PLACES = Pattern.compile("[@?#]");

    private ConnectionRules() {}

    /** @throws IllegalArgumentException with a text for the administrator, which repeats nothing that may be secret */
    static void judge(List<Connection> connections) {
        Set<String> names = new HashSet<>();
        for (Connection connection : connections) {
            String name = connection.getName();
            require(!name.isEmpty(), Messages.Connection_nameMissing());
            require(names.add(name), Messages.Connection_nameTwice(name));
            require(
                    Stream.of(connection.getOrganization(), connection.getAzureUrl(), connection.getAikidoUrl())
                            .noneMatch(ConnectionRules::mayHoldASecret),
                    Messages.Connection_urlSecret(name));
            judgeValues(connection);
            UsagePolicy.split(connection.getProjects()).forEach(glob -> judgeGlob(name, glob));
        }
    }

    /** What is missing can be filled in later; what is there can never work. */
    private static void judgeValues(Connection connection) {
        String name = connection.getName();
        judgeWord(name, "region", Setting.AIKIDO_REGION, connection.getRegion());
        judgeWord(name, "handover", Setting.HANDOVER, connection.getHandover());
        judgeUrl(name, "azureUrl", connection.getAzureUrl());
        judgeUrl(name, "aikidoUrl", connection.getAikidoUrl());
        if (connection.getOrganization().contains("://")) {
            judgeUrl(name, "organization", connection.getOrganization());
        }
        require(
                Fields.isCallsPerMinute(connection.getCallsPerMinute()),
                Messages.Connection_invalid(name, "callsPerMinute", Messages.Connection_callsWrong()));
        AllowedValues.Range percent = AllowedValues.range(Setting.PRUNE_LIMIT).orElseThrow();
        require(
                percent.contains(connection.getPruneLimit()),
                Messages.Connection_invalid(name, "pruneLimit", Messages.Fields_number(percent)));
    }

    private static void judgeWord(String name, String field, Setting setting, String value) {
        List<String> words = AllowedValues.words(setting);
        require(
                words.contains(value.toLowerCase(Locale.ROOT)),
                Messages.Connection_invalid(
                        name, field, Messages.Connection_wordWrong(value, String.join(", ", words))));
    }

    private static void judgeUrl(String name, String field, @CheckForNull String url) {
        Fields.mistakeInUrl(url)
                .ifPresent(mistake -> require(false, Messages.Connection_invalid(name, field, mistake)));
    }

    private static boolean mayHoldASecret(@CheckForNull String address) {
        return address != null && SECRET_PLACES.matcher(address).find();
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
