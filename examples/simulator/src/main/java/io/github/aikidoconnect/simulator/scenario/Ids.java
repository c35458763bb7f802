package io.github.aikidoconnect.simulator.scenario;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** GUIDs for what a scenario gives none: the same name has the same one in every run. */
final class Ids {
    private Ids() {}

    static String of(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + ":" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
