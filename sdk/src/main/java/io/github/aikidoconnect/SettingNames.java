package io.github.aikidoconnect;

/**
 * Names settings in the form in which the user of a front end has them: a Maven property, a field of a form, a method.
 */
@FunctionalInterface
public interface SettingNames {

    /** The names for Java programmers: the methods of the builders of the requests. */
    SettingNames JAVA = setting -> (setting.isOfToken()
                    ? "TokenRequest."
                    : setting.isOfOrganization() ? "OrganizationRequest." : "ConnectRequest.")
            + setting.requestName();

    /**
     * Returns the name for use in a sentence after a verb, for example {@code -Daikido.azure.project} or
     * {@code the environment variable AIKIDO_CLIENT_ID}.
     */
    String of(Setting setting);
}
