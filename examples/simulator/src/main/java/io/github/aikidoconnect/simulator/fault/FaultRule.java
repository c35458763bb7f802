package io.github.aikidoconnect.simulator.fault;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * When a fault happens.
 *
 * @param match to which calls
 * @param fault what
 * @param skip how many of those calls are left alone first
 * @param times to how many of those calls after that; 0 is all of them
 */
@RecordBuilder
public record FaultRule(Match match, Fault fault, int skip, int times) implements FaultRuleBuilder.With {
    public FaultRule {
        match = match == null ? Match.path("**") : match;
    }
}
