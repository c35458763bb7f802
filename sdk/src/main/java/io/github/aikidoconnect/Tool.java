package io.github.aikidoconnect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The program that wrote a report.
 *
 * @param name its name
 * @param version its version
 */
public record Tool(String name, String version) {

    private static final Properties BUILD = read();

    /** This program. SDK, Maven plugin and Jenkins plugin have one version. */
    public static final Tool CURRENT = new Tool("aikido-connect", BUILD.getProperty("version", "unknown"));

    /** Returns the web address at which a problem is explained. */
    public static String explanation(ProblemCode code) {
        return BUILD.getProperty("url", "") + "/blob/main/docs/problems.md#" + code;
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream in = Tool.class.getResourceAsStream("tool.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the own jar can always be read", e);
        }
        return properties;
    }
}
