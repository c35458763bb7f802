package io.github.aikidoconnect.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Formats an entry of the log only if no earlier entry is the same but for its digits. Most of a million entries are the
 * JDK's own and differ in times and numbers of connections. A secret in one of them would be in the first one too.
 *
 * <p>The caller is left out, because looking it up takes longer than everything else that is logged.
 */
final class DistinctEntries extends Formatter {

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public String format(LogRecord entry) {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        lines.println(entry.getLevel() + " " + entry.getLoggerName() + " " + formatMessage(entry));
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(lines);
        }
        count.incrementAndGet();
        return seen.add(withoutDigits(text.toString())) ? text.toString() : "";
    }

    /** Returns the number of entries, printed or not. */
    int count() {
        return count.get();
    }

    private static String withoutDigits(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < '0' || character > '9') {
                kept.append(character);
            }
        }
        return kept.toString();
    }
}
