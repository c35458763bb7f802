package io.github.aikidoconnect.simulator.entra;

import static io.github.aikidoconnect.simulator.http.Json.object;

import io.github.aikidoconnect.simulator.http.Json;
import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import io.github.aikidoconnect.simulator.scenario.Identity;
import io.github.aikidoconnect.simulator.scenario.Token;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The identities, and the access tokens and federated tokens that were issued for them. Thread-safe. */
public final class IssuedTokens {
    private final List<Identity> identities;
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private final Map<String, Identity> federated = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    public IssuedTokens(AzureScenario azure) {
        this.identities = azure.identities();
    }

    private record Issued(Identity identity, Token token) {}

    List<Identity> identities() {
        return identities;
    }

    /** Returns the identity with a client id, or the only managed one without it. */
    Optional<Identity> managed(String clientId) {
        List<Identity> assigned = identities.stream()
                .filter(identity -> identity.managed()
                        && (clientId.isEmpty() || identity.clientId().equalsIgnoreCase(clientId)))
                .toList();
        return assigned.size() == 1 ? Optional.of(assigned.get(0)) : Optional.empty();
    }

    /** Issues an access token for Azure DevOps. */
    Token issue(Identity identity) {
        String value = fakeToken("access-token");
        Token token = identity.token(
                value, Instant.now().plusSeconds(identity.tokenSeconds()).toString());
        issued.put(value, new Issued(identity, token));
        return token;
    }

    /** Issues a token of Azure Pipelines that the identity with this service connection trusts. */
    public Optional<String> federatedToken(String serviceConnectionId) {
        Optional<Identity> trusting = identities.stream()
                .filter(identity -> serviceConnectionId.equalsIgnoreCase(identity.serviceConnectionId()))
                .findFirst();
        return trusting.map(identity -> {
            String token = fakeToken("oidc-token");
            federated.put(token, identity);
            return token;
        });
    }

    boolean trusts(Identity identity, String assertion) {
        return identity.federatedTokens().contains(assertion) || identity.equals(federated.get(assertion));
    }

    /** Returns the access token with a value. */
    public Optional<Token> find(String value) {
        return Optional.ofNullable(issued.get(value)).map(Issued::token);
    }

    /** Returns the identity for which an access token was issued. */
    public Optional<Identity> identity(String value) {
        return Optional.ofNullable(issued.get(value)).map(Issued::identity);
    }

    /** Returns a text in the form of a JSON Web Token without a valid signature. */
    private String fakeToken(String kind) {
        return base64(Json.write(object("alg", "none", "typ", "JWT"))) + "."
                + base64(Json.write(object("fake", kind, "number", count.incrementAndGet()))) + "."
                + base64("not-a-secret");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
