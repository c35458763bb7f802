package io.github.aikidoconnect;

/**
 * The access to a person's personal access tokens.
 *
 * @param token an access token of Microsoft Entra of that person, for the resource
 *     {@code 499b84ac-1321-427f-aa17-267ca6975798}. It is sent to Azure DevOps only
 * @param warnDays how many days before it expires a token is to be warned of
 */
public record EntraAccess(Secret token, int warnDays) {

    /** The days of warning where nothing else is said. */
    public static final int WARN_DAYS = 30;

    /** With 30 days of warning. */
    public static EntraAccess of(Secret token) {
        return new EntraAccess(token, WARN_DAYS);
    }
}
