package io.github.aikidoconnect;

import java.util.ServiceLoader;

/** Finds the implementation of the API once. */
final class Implementation {

    static final Engine ENGINE = ServiceLoader.load(Engine.class, Engine.class.getClassLoader())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(
                    "The jar of aikido-connect-sdk is incomplete: META-INF/services/" + Engine.class.getName()
                            + " is missing. If the jar was repackaged, merge its service files."));

    private Implementation() {}
}
