package io.github.aikidoconnect.simulator.scenario;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Creates GUIDs for objects without one. The same name has the same GUID in every run. */
final class Ids {
    private Ids() {}

    static String of(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + ":" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
