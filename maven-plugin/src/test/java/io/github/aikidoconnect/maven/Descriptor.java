package io.github.aikidoconnect.maven;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;

/** The plugin's own descriptor, as Maven reads it. */
final class Descriptor {

    private Descriptor() {}

    static PluginDescriptor read() throws Exception {
        try (Reader xml = new InputStreamReader(
                Objects.requireNonNull(Descriptor.class.getResourceAsStream("/META-INF/maven/plugin.xml")),
                StandardCharsets.UTF_8)) {
            return new PluginDescriptorBuilder().build(xml);
        }
    }
}
