package io.github.aikidoconnect.simulator.azure;

import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import io.github.aikidoconnect.simulator.scenario.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The personal access tokens as they are now. Thread-safe; what is asked for is a copy. */
public final class TokenStore {
    private final List<Token> tokens;
    private final Set<String> revoked = new HashSet<>();
    private int made;

    TokenStore(AzureScenario azure) {
        this.tokens = new ArrayList<>(azure.tokens());
    }

    /** Those that are neither revoked nor expired, in the order in which they were made. */
    public synchronized List<Token> active() {
        return tokens.stream().filter(t -> !isRevoked(t) && !t.hasEnded()).toList();
    }

    /** Those that were revoked. */
    public synchronized List<Token> revoked() {
        return tokens.stream().filter(this::isRevoked).toList();
    }

    /** The token that is known by this value and was not revoked. */
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

    /** A value that nobody had before: 84 characters, with AZDO where the service puts it. Fake. */
    synchronized String newValue() {
        made++;
        String start = "fakeTokenNotASecretMade" + made;
        return start + "x".repeat(76 - start.length()) + "AZDO" + "FAKE";
    }
}
