package io.github.aikidoconnect.simulator.fault;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * The calls that a fault affects.
 *
 * @param match the matching calls
 * @param fault the fault
 * @param skip the number of matching calls before the first fault
 * @param times the number of faults after that; 0 means all further calls
 */
@RecordBuilder
public record FaultRule(Match match, Fault fault, int skip, int times) implements FaultRuleBuilder.With {
    public FaultRule {
        match = match == null ? Match.path("**") : match;
    }
}
