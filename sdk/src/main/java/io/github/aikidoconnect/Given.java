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

    static List<String> list(@Nullable List<@Nullable String> texts) {
        return Stream.ofNullable(texts)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .toList();
    }
}
