package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.stream.Stream;

/**
 * An API client of an Aikido workspace.
 *
 * @param id its id
 * @param secret its secret
 * @param scopes such as {@code repositories:read}
 */
@RecordBuilder
public record ApiClient(String id, String secret, List<String> scopes) implements ApiClientBuilder.With {
    public ApiClient {
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }

    /** Returns a copy with more scopes. */
    public ApiClient with(String... more) {
        return withScopes(
                Stream.concat(scopes.stream(), Stream.of(more)).distinct().toList());
    }

    /** Returns a copy without a scope. */
    public ApiClient without(String scope) {
        return withScopes(scopes.stream().filter(own -> !own.equals(scope)).toList());
    }
}
