package io.github.aikidoconnect.simulator.azure;

import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import io.github.aikidoconnect.simulator.scenario.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The current personal access tokens. Thread-safe; methods return copies. */
public final class TokenStore {
    private final List<Token> tokens;
    private final Set<String> revoked = new HashSet<>();
    private int made;

    TokenStore(AzureScenario azure) {
        this.tokens = new ArrayList<>(azure.tokens());
    }

    /** Returns the tokens that are neither revoked nor expired, in the order of their creation. */
    public synchronized List<Token> active() {
        return tokens.stream().filter(t -> !isRevoked(t) && !t.hasEnded()).toList();
    }

    /** Returns the revoked tokens. */
    public synchronized List<Token> revoked() {
        return tokens.stream().filter(this::isRevoked).toList();
    }

    /** Returns the token with a value, unless it was revoked. */
    synchronized Optional<Token> find(String value) {
        return tokens.stream()
                .filter(t -> t.value().equals(value) && !isRevoked(t))
                .findFirst();
    }

    synchronized List<Token> of(String email) {
        return tokens.stream().filter(t -> t.email().equals(email)).toList();
    }

    synchronized boolean isRevoked(Token token) {
        return revoked.contains(token.id());
    }

    synchronized void add(Token token) {
        tokens.add(token);
    }

    synchronized void replace(Token token) {
        tokens.replaceAll(t -> t.id().equals(token.id()) ? token : t);
    }

    synchronized void revoke(Token token) {
        revoked.add(token.id());
    }

    /** Returns a new fake value: 84 characters with AZDO at the service's position. */
    synchronized String newValue() {
        made++;
        String start = "fakeTokenNotASecretMade" + made;
        return start + "x".repeat(76 - start.length()) + "AZDO" + "FAKE";
    }
}
