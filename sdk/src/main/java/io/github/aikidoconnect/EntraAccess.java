package io.github.aikidoconnect;

/**
 * Access to the personal access tokens of a person.
 *
 * @param token an access token of Microsoft Entra of that person, for the resource
 *     {@code 499b84ac-1321-427f-aa17-267ca6975798}. It is sent to Azure DevOps only
 * @param warnDays how many days before the expiry of a token to warn
 */
public record EntraAccess(Secret token, int warnDays) {

    /** The default number of days. */
    public static final int WARN_DAYS = 30;

    /** Returns an access that warns 30 days before the expiry. */
    public static EntraAccess of(Secret token) {
        return new EntraAccess(token, WARN_DAYS);
    }

    boolean isGiven() {
        return token != null && !token.isEmpty();
    }
}
