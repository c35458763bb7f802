package io.github.aikidoconnect;

import java.util.List;

/**
 * The part of a {@link ConnectReport} that only one goal has. {@link ConnectReport#tokens()} and
 * {@link ConnectReport#coverage()} return it.
 */
public sealed interface GoalResult permits Coverage, GoalResult.Tokens {

    /**
     * The result of {@link Goal#TOKEN}.
     *
     * @param tokens the personal access tokens that the run was about
     */
    record Tokens(List<TokenReport> tokens) implements GoalResult {

        public Tokens {
            tokens = List.copyOf(tokens);
        }
    }
}
