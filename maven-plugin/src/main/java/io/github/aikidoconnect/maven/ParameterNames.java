package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Refuses names that no parameter has. Maven ignores them, so that a mistyped {@code -Daikido.dryRun} would be a real run.
 */
final class ParameterNames {

    private static final String PREFIX = "aikido";

    /** What begins like a property of this plugin, in any spelling. */
    private static final Pattern OURS = Pattern.compile("(?i)aikido[._-].+");

    /** A build keeps the version of this plugin in a property of its own. */
    private static final Pattern VERSION = Pattern.compile("(?i).*[._-]?version");

    /** What is longer, or has other characters, is not a name and may be a secret in the wrong place. */
    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,60}");

    private final KnownParameters known;
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    ParameterNames(KnownParameters known) {
        this.known = known;
    }

    List<Problem> problems() {
        return new ArrayList<>(problems.values());
    }

    /**
     * Judges the properties of the command line, of {@code .mvn} and of {@code MAVEN_OPTS}: whatever has our prefix is meant
     * for this plugin, unless the build itself declares a property of that name.
     */
    void judgeCommandLine(Properties given, Properties declared) {
        for (String name : new TreeSet<>(given.stringPropertyNames())) {
            if (isUnknown(name) && declared.getProperty(name) == null) {
                Optional<String> nearest = known.nearestProperty(name);
                add(
                        "-D" + shown(name),
                        nearest.map(property -> "Write -D" + property)
                                .orElse("Remove it; docs/parameters.md lists all parameters"));
            }
        }
    }

    /**
     * Judges the properties of poms and of profiles. They belong to the build, which may use our prefix for something else, so
     * that only a name is refused that certainly means a parameter.
     */
    void judgeBuild(Properties declared) {
        for (String name : new TreeSet<>(declared.stringPropertyNames())) {
            if (isUnknown(name)) {
                known.meant(name)
                        .ifPresent(property ->
                                add("The property " + shown(name), "Write <" + property + ">, or rename it"));
            }
        }
    }

    /** Judges the tags in the plugin's configuration. Those of other goals are valid. */
    void judgeConfiguration(@Nullable Object configuration) {
        if (!(configuration instanceof Xpp3Dom dom)) {
            return;
        }
        for (Xpp3Dom child : dom.getChildren()) {
            String tag = child.getName();
            if (!known.hasTag(tag)) {
                add(
                        "The tag <" + shown(tag) + "> in the plugin's configuration",
                        known.nearestTag(tag)
                                .map(nearest -> "Write <" + nearest + ">")
                                .orElse("Remove it; docs/parameters.md lists all parameters"));
            } else if (known.isFlag(tag)
                    && (child.getValue() == null || child.getValue().isBlank())) {
                // Maven takes the default then, which is the opposite of what an empty property means.
                problems.putIfAbsent(
                        tag,
                        configuration(
                                "The tag <" + tag + "> in the plugin's configuration is empty.",
                                "Write true or false into it."));
            }
        }
    }

    private boolean isUnknown(String name) {
        boolean ours = OURS.matcher(name).matches()
                || (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                        && known.meant(name).isPresent());
        return ours
                && !known.properties().contains(name)
                && !VERSION.matcher(name).matches();
    }

    private void add(String subject, String fix) {
        problems.putIfAbsent(subject, configuration(subject + " is not a parameter of this plugin.", fix + "."));
    }

    private static Problem configuration(String message, String fix) {
        return new Problem(ProblemCode.CONFIGURATION, message, fix);
    }

    private static String shown(String name) {
        return NAME.matcher(name).matches() ? SafeText.oneLine(name) : PREFIX + "...";
    }
}
