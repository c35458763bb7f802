package io.github.aikidoconnect.simulator.fault;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The faults of a running simulator. The first rule that covers a call and is not used up decides. Thread-safe. */
public final class Faults {
    private final List<Live> rules = new CopyOnWriteArrayList<>();

    /** Begins with the rules of a scenario. */
    public Faults(List<FaultRule> rules) {
        rules.forEach(this::add);
    }

    /** A fault for every call that matches. */
    public void always(Match match, Fault fault) {
        add(new FaultRule(match, fault, 0, 0));
    }

    /** A fault for the next call that matches. */
    public void once(Match match, Fault fault) {
        times(1, match, fault);
    }

    /** A fault for the next so many calls that match. */
    public void times(int times, Match match, Fault fault) {
        add(new FaultRule(match, fault, 0, times));
    }

    /** Adds a rule after those that are there. */
    public void add(FaultRule rule) {
        rules.add(new Live(rule, new AtomicInteger()));
    }

    /** From now on nothing goes wrong, but for calls that are already under way. */
    public void clear() {
        rules.clear();
    }

    /** The fault for a call, or null for none. To ask counts as the call. */
    public @Nullable Fault next(String method, String path, String query) {
        for (Live live : rules) {
            if (live.rule().match().covers(method, path, query) && live.strikes()) {
                return live.rule().fault();
            }
        }
        return null;
    }

    private record Live(FaultRule rule, AtomicInteger seen) {
        boolean strikes() {
            int call = seen.getAndIncrement();
            return call >= rule.skip() && (rule.times() == 0 || call < rule.skip() + rule.times());
        }
    }
}
