package io.github.aikidoconnect.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Token;
import java.util.List;

/** A person who manages the tokens of the shop, and what became of them. */
public final class Tokens {

    public static final String NAME = Shop.TOKEN_NAME;
    public static final String PATS = "**/tokens/pats";

    private Tokens() {}

    /** A shop in which the person has a token that somebody made by hand, under another name. */
    public static Scenario shop() {
        return Setup.shop().token(token -> token.withName("Made by hand"));
    }

    /** Where, and as whom; with a workspace, and without a personal access token. */
    public static ConnectRequest.Builder where(Simulator simulator) {
        return Setup.request(simulator)
                .project(null)
                .azureToken(null)
                .entraAccess(EntraAccess.of(Secret.of(Shop.ENTRA_TOKEN)));
    }

    public static TokenRequest.Builder request(Simulator simulator, TokenAction action) {
        return TokenRequest.builder(where(simulator).build()).action(action);
    }

    /** The same for somebody who has no workspace. */
    public static TokenRequest.Builder alone(Simulator simulator, TokenAction action) {
        ConnectRequest where = where(simulator).aikidoClient(null, null).build();
        return TokenRequest.builder(where).action(action);
    }

    public static List<String> names(Simulator simulator) {
        return simulator.tokens().active().stream().map(Token::name).toList();
    }

    /** The only active token of a name. */
    public static Token named(Simulator simulator, String name) {
        List<Token> found = simulator.tokens().active().stream()
                .filter(token -> token.name().equals(name))
                .toList();
        assertThat(found).as("tokens named " + name + " of " + names(simulator)).hasSize(1);
        return found.get(0);
    }

    /** The token that Aikido reads the source code with, the shop's own before it was given another. */
    public static String inUse(Simulator simulator) {
        List<String> given = simulator.workspace().tokensHandedOver();
        return given.isEmpty() ? Shop.TOKEN : given.get(given.size() - 1);
    }

    public static List<Exchange> calls(Simulator simulator, String method) {
        return simulator.exchanges().stream()
                .filter(exchange ->
                        exchange.method().equals(method) && exchange.path().endsWith("/tokens/pats"))
                .toList();
    }

    public static TokenReport row(ConnectReport report, String name) {
        return report.tokens().stream()
                .filter(token -> token.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + report.toText()));
    }
}
