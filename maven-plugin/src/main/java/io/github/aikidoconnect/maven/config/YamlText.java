package io.github.aikidoconnect.maven.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The text of a YAML file as nodes. */
final class YamlText {

    private YamlText() {}

    /**
     * Returns the root of a text.
     *
     * @throws ConfigException if it is not YAML, or empty. The parser's own messages quote the file and are not repeated
     */
    static Node compose(String name, String yaml) throws ConfigException {
        Optional<Node> root;
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            root = new Compose(settings).composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new ConfigException(name + " is no YAML, line " + line, true);
        } catch (YamlEngineException | StackOverflowError e) {
            throw new ConfigException(name + " is no YAML that can be read", true);
        }
        return root.orElseThrow(() -> new ConfigException(name + " is empty", true));
    }
}
