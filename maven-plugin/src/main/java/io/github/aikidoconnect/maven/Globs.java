package io.github.aikidoconnect.maven;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads lists of globs from Maven, which may be unset, have blanks around the commas, or have empty elements. */
final class Globs {

    private Globs() {}

    static List<String> of(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(glob -> !glob.isEmpty())
                        .toList();
    }
}
