package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.internal.azure.AzureException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts about identities for which no access token was issued. The codes are from Microsoft's reference of Entra's
 * authentication error codes (read 2026-11).
 *
 * @param names the names of the settings in the front end
 */
record SignInProblems(SettingNames names) {

    private static final Pattern CODE = Pattern.compile("AADSTS(\\d+)");

    private static final String AGREE =
            "Let issuer, subject and audience of the federated credential agree with the token:"
                    + " Microsoft Entra, App registrations, Certificates & secrets, Federated credentials.";

    private static final String CREATE_SECRET =
            "Create a client secret in Microsoft Entra (App registrations, Certificates & secrets) and put it into ";

    Problem failed(AzureException failure) {
        String detail = failure.detail();
        Matcher code = CODE.matcher(detail);
        return code.find()
                ? problem("Microsoft Entra refused to sign in the identity (" + detail + ").", fix(code.group(1)))
                : problem(
                        "No access token was issued for the identity. " + Phrases.sentence(detail),
                        fixOf(failure.kind()));
    }

    /** Returns the fix for a failure without a code. */
    private String fixOf(AzureException.Kind kind) {
        return switch (kind) {
            case SIGN_IN_UNAVAILABLE -> "Run it again later; https://azure.status.microsoft shows outages.";
            case PIPELINE_TOKEN_FAILED ->
                "Correct " + names.of(Setting.AZURE_SERVICE_CONNECTION)
                        + ", and allow the pipeline to use the service connection (Project settings, Service connections,"
                        + " Security).";
            case TOKEN_FILE_FAILED -> "Correct " + names.of(Setting.AZURE_FEDERATED_TOKEN) + ".";
            case MANAGED_IDENTITY_FAILED ->
                "Assign the managed identity to the Azure resource on which this runs, and correct "
                        + names.of(Setting.AZURE_CLIENT_ID) + " if it names another one.";
            default ->
                "Correct " + names.of(Setting.AZURE_AUTHORITY_HOST) + ", or let a proxy pass the call unchanged.";
        };
    }

    private static Problem problem(String message, String fix) {
        return new Problem(ProblemCode.AZURE_SIGN_IN_FAILED, message, fix);
    }

    private String fix(String code) {
        Map<String, String> fixes = Map.ofEntries(
                Map.entry(
                        "7000215",
                        CREATE_SECRET + names.of(Setting.AZURE_CLIENT_SECRET)
                                + ". It is the value of the secret, not its id."),
                Map.entry(
                        "7000222", CREATE_SECRET + names.of(Setting.AZURE_CLIENT_SECRET) + ": the secret has expired."),
                Map.entry(
                        "700016",
                        "Correct " + names.of(Setting.AZURE_CLIENT_ID) + " or " + names.of(Setting.AZURE_TENANT_ID)
                                + ": the tenant has no application with this id."),
                Map.entry("90002", tenant("it was not found")),
                Map.entry("900023", tenant("it is not the id or a domain of a tenant")),
                Map.entry("50034", tenant("the identity is not in this tenant")),
                Map.entry(
                        "700021",
                        "Correct " + names.of(Setting.AZURE_CLIENT_ID)
                                + ": the federated token belongs to another application."),
                Map.entry("70021", AGREE),
                Map.entry("700211", AGREE + " The issuer differs."),
                Map.entry("700212", AGREE + " The audience differs; it usually is api://AzureADTokenExchange."),
                Map.entry("700213", AGREE + " The subject differs."),
                Map.entry(
                        "700024",
                        "Request a new federated token right before the run: " + names.of(Setting.AZURE_FEDERATED_TOKEN)
                                + " contains an expired one."),
                Map.entry(
                        "7000112",
                        "Enable the application in Microsoft Entra (Enterprise applications, Properties), or use another one."),
                Map.entry(
                        "7000229",
                        "Ask an administrator to create the service principal of the application in the tenant."),
                Map.entry(
                        "500011",
                        "Correct " + names.of(Setting.AZURE_TENANT_ID)
                                + ": Azure DevOps is not known in this tenant. Use the tenant that the organization is"
                                + " connected to (Organization settings, Microsoft Entra)."),
                Map.entry(
                        "53003",
                        "Ask an administrator to allow this machine in the conditional access policy for workload"
                                + " identities."));
        return fixes.getOrDefault(
                code, "See https://login.microsoftonline.com/error?code=" + code + " for the meaning of the code.");
    }

    private String tenant(String why) {
        return "Correct " + names.of(Setting.AZURE_TENANT_ID) + ": " + why + ".";
    }
}
