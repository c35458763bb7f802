package io.github.aikidoconnect.simulator.azure;

import io.github.aikidoconnect.simulator.http.Call;
import java.util.List;
import java.util.Optional;

/** A part of a list. */
record Page(int begin, int end) {
    /** Returns the part that a call requests with {@code $top}, {@code $skip} and {@code continuationToken}. */
    static Optional<Page> of(Call call, int total, int cap) {
        try {
            int top = number(call, "$top", cap);
            int begin = number(call, "continuationToken", number(call, "$skip", 0));
            if (top < 0 || begin < 0) {
                return Optional.empty();
            }
            int from = Math.min(begin, total);
            return Optional.of(new Page(from, Math.min(from + Math.min(top, cap), total)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    <T> List<T> of(List<T> all) {
        return all.subList(begin, end);
    }

    private static int number(Call call, String name, int otherwise) {
        String value = call.parameter(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
