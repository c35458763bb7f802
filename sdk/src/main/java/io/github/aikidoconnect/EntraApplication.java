package io.github.aikidoconnect;

/**
 * An application of Microsoft Entra, or a user-assigned managed identity that trusts the tokens of another issuer.
 *
 * @param tenantId the id or a domain of the tenant (directory)
 * @param clientId the id of the application (client)
 * @param authorityHost the URL of the service that issues the access tokens. It receives the client secret or the
 *     federated token, so it must be https; plain http is accepted only for this machine
 */
public record EntraApplication(String tenantId, String clientId, String authorityHost) {

    /** The authority host of the public cloud. */
    public static final String PUBLIC_CLOUD = "https://login.microsoftonline.com";

    /** Removes white space around the values. */
    public EntraApplication {
        tenantId = tenantId.strip();
        clientId = clientId.strip();
        authorityHost = authorityHost.strip();
    }

    /** Returns an application of the public cloud. */
    public static EntraApplication of(String tenantId, String clientId) {
        return new EntraApplication(tenantId, clientId, PUBLIC_CLOUD);
    }
}
