package io.github.aikidoconnect.simulator.fault;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The faults of a running simulator. The first rule that matches a call and is not used up decides. Thread-safe. */
public final class Faults {
    private final List<Live> rules = new CopyOnWriteArrayList<>();

    /** Creates faults with the rules of a scenario. */
    public Faults(List<FaultRule> rules) {
        rules.forEach(this::add);
    }

    /** Adds a fault for every matching call. */
    public void always(Match match, Fault fault) {
        add(new FaultRule(match, fault, 0, 0));
    }

    /** Adds a fault for the next matching call. */
    public void once(Match match, Fault fault) {
        times(1, match, fault);
    }

    /** Adds a fault for the given number of next matching calls. */
    public void times(int times, Match match, Fault fault) {
        add(new FaultRule(match, fault, 0, times));
    }

    /** Adds a rule after the existing ones. */
    public void add(FaultRule rule) {
        rules.add(new Live(rule, new AtomicInteger()));
    }

    /** Removes all rules. Calls that are under way keep their faults. */
    public void clear() {
        rules.clear();
    }

    /** Returns the fault for a call, or null. Each invocation counts as a call. */
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
