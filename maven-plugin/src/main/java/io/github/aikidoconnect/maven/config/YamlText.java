package io.github.aikidoconnect.maven.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Parses the text of a YAML file to nodes. */
final class YamlText {

    private YamlText() {}

    /**
     * Returns the root of a text.
     *
     * @throws ConfigException if it is not YAML, or empty. The parser's own messages quote the file and are not shown
     */
    static Node compose(String name, String yaml) throws ConfigException {
        Optional<Node> root;
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            root = new Compose(settings).composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new ConfigException(name + " is not valid YAML, line " + line, true);
        } catch (YamlEngineException | StackOverflowError e) {
            throw new ConfigException(name + " is not readable YAML", true);
        }
        return root.orElseThrow(() -> new ConfigException(name + " is empty", true));
    }
}
