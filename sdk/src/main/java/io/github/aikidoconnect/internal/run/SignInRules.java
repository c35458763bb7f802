package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.EntraApplication;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import java.net.URI;
import java.util.List;
import java.util.Locale;
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

    private static final String JOB_TOKEN = "The token of the pipeline's job";

    /** The loopback and the link-local addresses, of which the metadata service has one. */
    private static final Pattern LOCAL =
            Pattern.compile(ServerUrls.LOOPBACK + "|169\\.254\\.\\d+\\.\\d+|\\[fe80:[0-9a-f:]+(?:%25\\w+)?]");

    void validate(AzureSignIn signIn) {
        if (signIn instanceof AzureSignIn.ServicePrincipal principal) {
            validate(principal.application());
            require(
                    principal.clientSecret(),
                    Setting.AZURE_CLIENT_SECRET,
                    "The client secret of the service principal");
        } else if (signIn instanceof AzureSignIn.WorkloadIdentity workload) {
            validate(workload.application());
            validate(workload.federatedToken());
        } else if (signIn instanceof AzureSignIn.ManagedIdentity managed) {
            managed.clientId().ifPresent(id -> text(Setting.AZURE_CLIENT_ID, id, CLIENT, "client of Microsoft Entra"));
            validate(managed.endpoint());
        }
    }

    private void validate(AzureSignIn.FederatedToken token) {
        if (token instanceof AzureSignIn.PipelineConnection connection) {
            text(Setting.AZURE_SERVICE_CONNECTION, connection.id(), CLIENT, "service connection of Azure Pipelines");
            new ServerUrls(texts, problems).accept(Setting.AZURE_FEDERATED_TOKEN, connection.requestUri());
            require(connection.jobToken(), Setting.AZURE_JOB_TOKEN, JOB_TOKEN);
            requireSendable(connection.jobToken(), Setting.AZURE_JOB_TOKEN, JOB_TOKEN);
        } else if (token instanceof AzureSignIn.TokenFile file
                && file.file().toString().isBlank()) {
            problems.add(texts.settings().missing(Setting.AZURE_FEDERATED_TOKEN, "The federated token"));
        }
    }

    /** The endpoint receives a secret and issues tokens without further proof, so it must not be on the network. */
    private void validate(AzureSignIn.IdentityEndpoint endpoint) {
        boolean local = ServerUrls.parse(endpoint.url())
                .filter(url -> url.getRawUserInfo() == null && url.getRawQuery() == null)
                .map(URI::getHost)
                .filter(host -> LOCAL.matcher(host.toLowerCase(Locale.ROOT)).matches())
                .isPresent();
        if (!local) {
            problems.add(texts.settings()
                    .invalid(
                            Setting.AZURE_IDENTITY_ENDPOINT,
                            SafeText.maskedUrl(endpoint.url()),
                            "is not an address of this machine"));
        }
        requireSendable(endpoint.header(), Setting.AZURE_IDENTITY_ENDPOINT, "The identity header");
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

    private void requireSendable(Secret secret, Setting setting, String what) {
        if (!secret.isEmpty()
                && !ValidatedRequest.SENDABLE.matcher(secret.reveal()).matches()) {
            problems.add(texts.settings().notSendable(setting, what));
        }
    }
}
