package io.github.aikidoconnect.maven;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists of globs as Maven hands them over: unset, with blanks around the commas, or with empty elements. */
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
