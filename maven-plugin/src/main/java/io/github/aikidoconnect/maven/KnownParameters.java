package io.github.aikidoconnect.maven;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The parameters of all goals of this plugin, as its descriptor lists them: the property and tag of each. */
final class KnownParameters {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(aikido\\.[^}]+)}");

    private static final Pattern FLAG = Pattern.compile("true|false");

    /** Allows two mistakes, but no name of another tool. */
    private static final int MOST = 2;

    /** The largest distance of a suggestion if the name is certainly a mistake. */
    private static final int MOST_OF_A_MISTAKE = 5;

    private final Map<String, String> tagsByProperty = new TreeMap<>();
    private final Set<String> otherTags = new TreeSet<>();
    private final Set<String> flags = new TreeSet<>();

    private KnownParameters() {}

    static KnownParameters of(PluginDescriptor plugin) {
        KnownParameters known = new KnownParameters();
        for (MojoDescriptor goal : plugin.getMojos()) {
            PlexusConfiguration configuration = goal.getMojoConfiguration();
            for (PlexusConfiguration parameter : configuration.getChildren()) {
                Matcher expression = EXPRESSION.matcher(parameter.getValue(""));
                if (expression.matches()) {
                    known.tagsByProperty.put(expression.group(1), parameter.getName());
                    if (FLAG.matcher(parameter.getAttribute("default-value", ""))
                            .matches()) {
                        known.flags.add(parameter.getName());
                    }
                } else if (parameter.getValue("").matches("\\$\\{\\w+}")) {
                    // Parameters of the help goal, whose properties have no prefix, and parameters that Maven sets and
                    // no pom can.
                    known.otherTags.add(parameter.getName());
                }
            }
        }
        return known;
    }

    Set<String> properties() {
        return tagsByProperty.keySet();
    }

    boolean hasTag(String tag) {
        return tagsByProperty.containsValue(tag) || otherTags.contains(tag);
    }

    /** Returns whether a tag belongs to a boolean parameter. */
    boolean isFlag(String tag) {
        return flags.contains(tag);
    }

    /** Returns the intended property of a name, empty if the name may belong to another tool. */
    Optional<String> meant(String property) {
        return EditDistance.nearest(property, properties(), MOST);
    }

    /** Returns the nearest property to a name that is certainly a mistake. */
    Optional<String> nearestProperty(String property) {
        return EditDistance.nearest(property, properties(), MOST_OF_A_MISTAKE);
    }

    Optional<String> nearestTag(String tag) {
        return EditDistance.nearest(tag, tagsByProperty.values(), MOST_OF_A_MISTAKE);
    }
}
