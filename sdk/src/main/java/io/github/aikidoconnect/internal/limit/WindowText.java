package io.github.aikidoconnect.internal.limit;

import io.github.aikidoconnect.internal.limit.WindowState.Entry;
import io.github.aikidoconnect.internal.limit.WindowState.Kind;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a window as text, one line for each entry: its kind, the end of its time in milliseconds of the wall clock,
 * and its id. All lines have the same length, so that the file stays readable if a process dies while it writes. Other
 * lines are ignored.
 */
final class WindowText {

    private static final Map<String, Kind> KINDS = Map.of("c", Kind.CALL, "w", Kind.WAITING, "x", Kind.CLOSED);

    private static final int DIGITS = 15;

    private static final Pattern LINE = Pattern.compile("([cwx]) ([0-9]{" + DIGITS + "}) ([0-9a-f]{32})");

    private WindowText() {}

    /**
     * Parses the entries that are valid now.
     *
     * @param longest the longest valid time of an entry: a longer time was written with a wrong clock or on purpose
     */
    static WindowState read(String text, long now, long longest) {
        WindowState state = new WindowState(now);
        for (String line : text.split("\n", -1)) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                long until = Math.min(Long.parseLong(parts.group(2)), now + longest);
                Kind kind = Objects.requireNonNull(KINDS.get(parts.group(1)));
                if (until > now && !state.entries().containsKey(parts.group(3))) {
                    state.put(parts.group(3), new Entry(kind, until));
                }
            }
        }
        return state;
    }

    /** Returns the text. It is made without String.format, which took half of the time for which a call locks the file. */
    static String write(WindowState state) {
        StringBuilder text = new StringBuilder();
        state.entries().forEach((id, entry) -> {
            String until = Long.toString(Objects.requireNonNull(entry.until()));
            text.append(letter(entry.kind())).append(' ');
            text.append("0".repeat(Math.max(0, DIGITS - until.length()))).append(until);
            text.append(' ').append(id).append('\n');
        });
        return text.toString();
    }

    private static char letter(Kind kind) {
        return switch (kind) {
            case CALL -> 'c';
            case WAITING -> 'w';
            case CLOSED -> 'x';
        };
    }
}
