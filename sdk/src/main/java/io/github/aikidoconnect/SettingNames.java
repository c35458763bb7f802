package io.github.aikidoconnect;

/**
 * Says what the user of a front end calls a setting, so that an error can name what the user really has: a Maven
 * property, a field on a page, a method.
 */
@FunctionalInterface
public interface SettingNames {

    /** The names that a Java programmer knows: the methods of the builders of the requests. */
    SettingNames JAVA = setting -> (setting.isOfToken()
                    ? "TokenRequest."
                    : setting.isOfOrganization() ? "OrganizationRequest." : "ConnectRequest.")
            + setting.requestName();

    /**
     * Returns the name as it stands in a sentence after a verb, for example {@code -Daikido.azure.project} or
     * {@code the environment variable AIKIDO_CLIENT_ID}.
     */
    String of(Setting setting);
}
