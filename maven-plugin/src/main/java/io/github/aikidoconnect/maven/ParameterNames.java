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
 * Refuses unknown parameter names. Maven ignores them, so that a mistyped {@code -Daikido.dryRun} would start a run that
 * changes something.
 */
final class ParameterNames {

    private static final String PREFIX = "aikido";

    /** The beginning of this plugin's properties, in any spelling. */
    private static final Pattern OURS = Pattern.compile("(?i)aikido[._-].+");

    /** A build may keep the version of this plugin in its own property. */
    private static final Pattern VERSION = Pattern.compile("(?i).*[._-]?version");

    /** A longer text, or one with other characters, is not a name and may be a secret in the wrong place. */
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
     * Checks the properties of the command line, of {@code .mvn} and of {@code MAVEN_OPTS}. Properties with our prefix
     * are meant for this plugin, unless the build declares a property with that name.
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
     * Checks the properties of poms and profiles. The build may use our prefix for something else, so only names are
     * refused that certainly mean a parameter.
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

    /** Checks the tags in the plugin's configuration. Tags of other goals are valid. */
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
                // Maven uses the default for an empty tag, which is the opposite of the meaning of an empty property.
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
