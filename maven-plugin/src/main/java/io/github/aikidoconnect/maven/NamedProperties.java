package io.github.aikidoconnect.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Profile;

/**
 * The properties that the user who runs a build has set: on the command line, in {@code MAVEN_OPTS}, or in an active
 * profile of settings.xml. Maven passes a value to a goal without its origin, and the pom and the files in {@code .mvn}
 * come from the checkout.
 */
final class NamedProperties {

    /** Files of a checkout with options for Maven and its JVM. */
    private static final List<String> OPTION_FILES = List.of(
            "maven.config", "jvm.config", "maven-user.properties", "maven-system.properties", "maven.properties");

    private static final Pattern OTHER_SETTINGS = Pattern.compile(
            "(?:^|\\s)(?:-s|-gs|-is|-ps|--[a-z]*-?settings)|-Duser\\.home|maven\\.(?:user|global|project|installation)\\.?[sS]ettings");

    private final List<Properties> options;
    private final List<Properties> settings;
    private final String optionFiles;

    /**
     * @param options the properties of the command line and of the JVM, the strongest first
     * @param settings the properties of the active profiles of settings.xml
     * @param optionFiles the text of the checkout's files with options
     */
    NamedProperties(List<Properties> options, List<Properties> settings, String optionFiles) {
        this.options = List.copyOf(options);
        this.settings = OTHER_SETTINGS.matcher(optionFiles).find() ? List.of() : List.copyOf(settings);
        this.optionFiles = optionFiles;
    }

    static NamedProperties of(MavenSession session, MavenProject project) {
        List<String> active = project.getInjectedProfileIds().getOrDefault("external", List.of());
        List<Properties> settings = session.getSettings().getProfiles().stream()
                .filter(profile -> active.contains(profile.getId()))
                .map(Profile::getProperties)
                .toList();
        return new NamedProperties(
                List.of(session.getUserProperties(), session.getSystemProperties()), settings, optionFiles(session));
    }

    /** Returns the value that was set for a property, empty if only the checkout sets it or it is not set. */
    Optional<String> value(String property) {
        List<Properties> places = new ArrayList<>();
        // The origin of a property that is in both is unknown, so the checkout may have set it.
        if (!optionFiles.contains(property)) {
            places.addAll(options);
        }
        places.addAll(settings);
        return places.stream()
                .flatMap(place -> Stream.ofNullable(place.getProperty(property)))
                .findFirst();
    }

    /** Returns a parameter's value with its origin. A pom can override a property, so both must be equal. */
    Given parameter(String property, String value) {
        boolean named =
                value(property).map(String::strip).filter(value.strip()::equals).isPresent();
        return named ? Given.named(value) : Given.found(value, "the pom or .mvn (" + property + ")");
    }

    private static String optionFiles(MavenSession session) {
        StringBuilder text = new StringBuilder();
        File top = session.getRequest().getMultiModuleProjectDirectory();
        for (String name : top == null ? List.<String>of() : OPTION_FILES) {
            Path file = top.toPath().resolve(".mvn").resolve(name);
            try {
                // In this charset, every byte is a character. The names that are searched for are ASCII.
                text.append(Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "")
                        .append('\n');
            } catch (IOException e) {
                // Maven has read the file before, so this failure is temporary. No property is trusted in this case.
                text.append("aikido. --settings\n");
            }
        }
        return text.toString();
    }
}
