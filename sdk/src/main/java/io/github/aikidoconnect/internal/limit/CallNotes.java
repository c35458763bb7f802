package io.github.aikidoconnect.internal.limit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shared state of a window as text, one line for each call: its kind, the end of its time in milliseconds of the wall
 * clock, and its id. All lines have the same length, so that the file stays readable if a process dies while it writes.
 * Other lines are ignored.
 */
final class CallNotes {

    private enum Kind {
        /** A call that Aikido counts. */
        CALL('c'),
        /** A call that waits. Calls that arrived earlier come first. */
        WAITING('w'),
        /** Aikido requested a pause. */
        CLOSED('x');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    private record Note(Kind kind, long until) {}

    private static final Pattern LINE = Pattern.compile("([cwx]) ([0-9]{15}) ([0-9a-f]{32})");

    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final long now;

    private CallNotes(long now) {
        this.now = now;
    }

    /**
     * Parses the entries that are valid now.
     *
     * @param longest the longest valid time of an entry: a longer time was written with a wrong clock or on purpose
     */
    static CallNotes read(String text, long now, long longest) {
        CallNotes notes = new CallNotes(now);
        for (String line : text.split("\n", -1)) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                long until = Math.min(Long.parseLong(parts.group(2)), now + longest);
                if (until > now) {
                    notes.notes.putIfAbsent(parts.group(3), new Note(kind(parts.group(1)), until));
                }
            }
        }
        return notes;
    }

    private static Kind kind(String letter) {
        for (Kind kind : Kind.values()) {
            if (letter.charAt(0) == kind.letter) {
                return kind;
            }
        }
        throw new IllegalArgumentException(letter);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        notes.forEach((id, note) ->
                text.append(String.format(Locale.ROOT, "%c %015d %s\n", note.kind().letter, note.until(), id)));
        return text.toString();
    }

    /** Returns the milliseconds until a call may pass, 0 for now. */
    long untilFree(String id, int limit, long window) {
        long closed = notes.values().stream()
                .filter(note -> note.kind() == Kind.CLOSED)
                .mapToLong(Note::until)
                .max()
                .orElse(now);
        List<Long> calls = notes.values().stream()
                .filter(note -> note.kind() == Kind.CALL)
                .map(Note::until)
                .sorted()
                .toList();
        int over = calls.size() + ahead(id) - limit;
        if (over < 0) {
            return closed - now;
        }
        return Math.max(closed - now, over < calls.size() ? calls.get(over) - now : window);
    }

    private int ahead(String id) {
        int ahead = 0;
        for (Map.Entry<String, Note> note : notes.entrySet()) {
            if (note.getKey().equals(id)) {
                break;
            }
            ahead += note.getValue().kind() == Kind.WAITING ? 1 : 0;
        }
        return ahead;
    }

    void waiting(String id, long millis) {
        notes.put(id, new Note(Kind.WAITING, now + millis));
    }

    void call(String id, long millis) {
        notes.put(id, new Note(Kind.CALL, now + millis));
    }

    void closed(String id, long millis) {
        notes.put(id, new Note(Kind.CLOSED, now + millis));
    }

    void drop(String id) {
        notes.remove(id);
    }
}
