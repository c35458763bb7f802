package io.github.aikidoconnect.internal.limit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a rolling window at one moment, in the order in which they arrived. The unit of its times is that of the
 * {@link WindowStore}. Only differences of times have a meaning, since a clock may start anywhere.
 */
final class WindowState {

    enum Kind {
        /** A call that Aikido counts. */
        CALL,
        /** A call that waits. Calls that arrived earlier come first. */
        WAITING,
        /** Aikido requested a pause. */
        CLOSED
    }

    /**
     * @param until when it no longer counts, null while that is not known
     */
    record Entry(Kind kind, @Nullable Long until) {

        boolean is(Kind other) {
            return kind == other;
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long now;
    private long version;

    WindowState(long now) {
        this.now = now;
    }

    /** Moves on to a later time, and forgets what no longer counts. */
    void moveTo(long later) {
        now = later;
        entries.values().removeIf(entry -> entry.until() != null && entry.until() - later <= 0);
    }

    /** Returns a number that changes when an entry is added, changed or removed, and not when one ends. */
    long version() {
        return version;
    }

    Map<String, Entry> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /**
     * Returns the time until a call may pass, 0 for now.
     *
     * @param id the call
     * @param limit the number of calls in a window
     * @param window the length of the window
     */
    long untilFree(String id, int limit, long window) {
        long opens = 0;
        List<Long> leave = new ArrayList<>();
        int inProgress = 0;
        for (Entry entry : entries.values()) {
            if (entry.until() == null) {
                inProgress += entry.is(Kind.CALL) ? 1 : 0;
            } else if (entry.is(Kind.CLOSED)) {
                opens = Math.max(opens, entry.until() - now);
            } else if (entry.is(Kind.CALL)) {
                leave.add(entry.until() - now);
            }
        }
        int over = leave.size() + inProgress + ahead(id) - limit;
        if (over < 0) {
            return opens;
        }
        leave.sort(null);
        // If all calls of the window are in progress, there is no time to compute: each counts for a window after its
        // end.
        return Math.max(opens, over < leave.size() ? leave.get(over) : window);
    }

    private int ahead(String id) {
        int ahead = 0;
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (entry.getKey().equals(id)) {
                break;
            }
            ahead += entry.getValue().is(Kind.WAITING) ? 1 : 0;
        }
        return ahead;
    }

    /** Records that a call waits. A call that waits already keeps its turn. */
    void waiting(String id, Optional<Long> lease) {
        put(id, Kind.WAITING, lease);
    }

    /** Records a call, which counts for the given time, or until the next change of it. */
    void call(String id, Optional<Long> counts) {
        put(id, Kind.CALL, counts);
    }

    /** Records that Aikido requested a pause. */
    void closed(String id, long pause) {
        put(id, Kind.CLOSED, Optional.of(pause));
    }

    private void put(String id, Kind kind, Optional<Long> lasts) {
        put(id, new Entry(kind, lasts.map(units -> now + units).orElse(null)));
    }

    void put(String id, Entry entry) {
        if (!entry.equals(entries.put(id, entry))) {
            version++;
        }
    }

    void drop(String id) {
        if (entries.remove(id) != null) {
            version++;
        }
    }
}
