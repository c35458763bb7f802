package io.github.aikidoconnect.testing;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraApplication;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.util.List;

/** Identities that sign in to the shop, and what they called. */
public final class Identities {

    private Identities() {}

    public static EntraApplication application(Simulator simulator) {
        return application(simulator, Shop.TENANT_ID, Shop.IDENTITY_ID);
    }

    public static EntraApplication application(Simulator simulator, String tenant, String client) {
        return new EntraApplication(tenant, client, simulator.entraUrl().toString());
    }

    public static AzureSignIn servicePrincipal(Simulator simulator) {
        return AzureSignIn.servicePrincipal(application(simulator), Secret.of(Shop.IDENTITY_SECRET));
    }

    /** A request without a token. */
    public static ConnectRequest.Builder request(Simulator simulator, AzureSignIn signIn) {
        return Setup.request(simulator).azureToken(null).azureSignIn(signIn);
    }

    /** The requests for an access token. */
    public static List<Exchange> signIns(Simulator simulator) {
        return simulator.exchanges().stream()
                .filter(exchange -> exchange.path().startsWith("/entra/"))
                .toList();
    }

    /** The values of Authorization in the calls to Azure DevOps, each once. */
    public static List<String> authorizations(Simulator simulator) {
        return simulator.exchanges().stream()
                .filter(Exchange::azure)
                .map(exchange -> exchange.requestHeader("authorization"))
                .filter(header -> header != null)
                .distinct()
                .toList();
    }
}
