package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.EntraApplication;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Validates an identity of Microsoft Entra.
 *
 * @param texts the texts of the problems
 * @param problems receives a problem for each value that is missing or not valid
 */
record SignInRules(ProblemTexts texts, List<Problem> problems) {

    /** An id or a domain: one segment of a URL. */
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?");

    private static final Pattern CLIENT = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    void validate(AzureSignIn signIn) {
        if (signIn instanceof AzureSignIn.ServicePrincipal principal) {
            validate(principal.application());
            require(
                    principal.clientSecret(),
                    Setting.AZURE_CLIENT_SECRET,
                    "The client secret of the service principal");
        }
    }

    private void validate(EntraApplication application) {
        text(Setting.AZURE_TENANT_ID, application.tenantId(), TENANT, "tenant of Microsoft Entra");
        text(Setting.AZURE_CLIENT_ID, application.clientId(), CLIENT, "client of Microsoft Entra");
        new ServerUrls(texts, problems).accept(Setting.AZURE_AUTHORITY_HOST, application.authorityHost());
    }

    private void text(Setting setting, String value, Pattern form, String what) {
        if (value.isEmpty()) {
            problems.add(texts.settings().missing(setting, "The id of the " + what));
        } else if (!form.matcher(value).matches()) {
            problems.add(
                    texts.settings().invalid(setting, SafeText.withoutToken(value), "is not a valid id of a " + what));
        }
    }

    private void require(Secret secret, Setting setting, String what) {
        if (secret.isEmpty()) {
            problems.add(texts.settings().missing(setting, what));
        }
    }
}
