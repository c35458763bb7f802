package io.github.aikidoconnect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values as callers give them: blank and empty mean "not given", and a list may have null elements. */
final class Given {

    private Given() {}

    static Optional<String> text(Optional<String> text) {
        return text.map(String::strip).filter(given -> !given.isEmpty());
    }

    static Optional<Secret> secret(Optional<Secret> secret) {
        return secret.filter(given -> !given.isEmpty());
    }

    /** Returns the constant with a name, case-insensitive; empty if there is none. A loop starts faster than a stream. */
    static <E extends Enum<E>> Optional<E> oneOf(E[] constants, String name) {
        for (E constant : constants) {
            if (constant.name().equalsIgnoreCase(name.strip())) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    static List<String> list(@Nullable List<@Nullable String> texts) {
        return Stream.ofNullable(texts)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .toList();
    }
}
