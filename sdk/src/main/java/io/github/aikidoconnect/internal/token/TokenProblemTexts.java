package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenReport.Expiry;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.TokenError;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts about personal access tokens, in one place so that they sound alike. */
public final class TokenProblemTexts {

    /** The application id of Azure DevOps in Microsoft Entra. */
    private static final String RESOURCE = "499b84ac-1321-427f-aa17-267ca6975798";

    /** The code of Azure DevOps for a conditional access policy of Microsoft Entra that refuses the caller. */
    private static final String CONDITIONAL_ACCESS = "VS403463";

    private final SettingNames names;
    private final TokenRequest request;
    private final Function<AzureException, Problem> azure;
    private final Function<AikidoException, Problem> aikido;

    /**
     * @param names the names of the settings
     * @param request the request
     * @param azure returns the problem for any failure of Azure DevOps
     * @param aikido returns the problem for any failure of Aikido
     */
    public TokenProblemTexts(
            SettingNames names,
            TokenRequest request,
            Function<AzureException, Problem> azure,
            Function<AikidoException, Problem> aikido) {
        this.names = names;
        this.request = request;
        this.azure = azure;
        this.aikido = aikido;
    }

    /** Returns the reason for a token that is only listed. */
    static String judged(TokenReport token) {
        String fit = switch (token.fit()) {
            case FITS -> "It has the four scopes and nothing else.";
            case WIDE -> "It has more permissions than Aikido needs: " + excess(token) + ".";
            case NARROW ->
                "It lacks " + String.join(", ", token.missing())
                        + (token.excess().isEmpty() && !token.allOrganizations()
                                ? "."
                                : ", and also has " + excess(token) + ".");
        };
        return fit
                + (token.allOrganizations() ? " " + TokenRecord.END_OF_GLOBAL_TOKENS : "")
                + (token.expiry() == Expiry.EXPIRED
                        ? " It has expired."
                        : token.expiry() == Expiry.SOON ? " It expires soon." : "");
    }

    private static String excess(TokenReport token) {
        String scopes = String.join(", ", token.excess());
        String all = token.allOrganizations() ? "all organizations of its owner" : "";
        return scopes + (scopes.isEmpty() || all.isEmpty() ? "" : ", ") + all;
    }

    /** Returns the problem for a failed call to Azure DevOps. */
    public Problem azure(AzureException failure) {
        TokenError error = failure.tokenError().orElse(TokenError.SERVICE);
        return switch (error) {
            case POLICY ->
                new Problem(
                        ProblemCode.AZURE_TOKEN_POLICY,
                        "A policy does not allow this person to create a personal access token" + parenthesis(failure)
                                + ".",
                        "Ask an administrator to check the policies for personal access tokens (Organization "
                                + "settings, Microsoft Entra and Policies) and to add the person to their allow lists.");
            case LIFESPAN ->
                new Problem(
                        ProblemCode.AZURE_TOKEN_POLICY,
                        "Azure DevOps does not create tokens that are valid for " + request.days()
                                + (request.days() == 1 ? " day" : " days") + parenthesis(failure) + ".",
                        "Lower " + names.of(Setting.TOKEN_DAYS)
                                + " to the lifespan that the policy for tokens allows.");
            case PERSON -> rejected(failure);
            default -> answer(failure);
        };
    }

    /** Returns the problem for a token that Azure DevOps did not create. */
    Problem notCreated(AzureException failure, String name) {
        return failure.tokenError().equals(Optional.of(TokenError.NAME))
                ? configuration(
                        "Azure DevOps refused to create a token with the name \"" + name + "\"" + parenthesis(failure)
                                + ".",
                        "Correct " + names.of(Setting.TOKEN_NAME) + ".")
                : azure(failure);
    }

    private Problem answer(AzureException failure) {
        return switch (failure.kind()) {
            case TOKEN_REJECTED, TOKEN_EXPIRED, REFUSED -> rejected(failure);
            case NOT_FOUND, PROJECT_NOT_FOUND ->
                new Problem(
                        ProblemCode.AZURE_ORGANIZATION_NOT_FOUND,
                        "The organization was not found in Azure DevOps, or its tokens cannot be managed"
                                + parenthesis(failure) + ".",
                        "Correct " + names.of(Setting.AZURE_ORGANIZATION)
                                + ". Azure DevOps Server has no API for personal access tokens.");
            default -> azure.apply(failure);
        };
    }

    private Problem rejected(AzureException failure) {
        boolean policy = failure.detail().contains(CONDITIONAL_ACCESS);
        boolean token = request.where()
                .entraAccess()
                .map(EntraAccess::token)
                .filter(Secret::isPersonalAccessToken)
                .isPresent();
        String get = "Get one with \"az account get-access-token --resource " + RESOURCE
                + " --query accessToken -o tsv\" and put it into " + names.of(Setting.ENTRA_ACCESS) + ".";
        String fix = policy
                ? "Ask an administrator to allow this machine in the conditional access policy of the organization."
                : token
                        ? "It looks like a personal access token, which Azure DevOps does not accept for this call. "
                                + get
                        : "The token must belong to a person who is a member of the organization, not to a service "
                                + "principal. It is valid for about an hour. " + get;
        return new Problem(
                ProblemCode.AZURE_ENTRA_TOKEN_REJECTED,
                "Azure DevOps rejected the access token of Microsoft Entra" + parenthesis(failure) + ".",
                fix);
    }

    Problem aikido(AikidoException failure) {
        return aikido.apply(failure);
    }

    Problem exists(TokenRecord token) {
        return configuration(
                "A token with the name \"" + token.name() + "\" already exists (id " + token.id() + ").",
                "Replace it with " + names.of(Setting.TOKEN_ACTION)
                        + " set to rotate, or set another name for the new token with " + names.of(Setting.TOKEN_NAME)
                        + ".");
    }

    Problem ambiguous(String name, List<TokenRecord> tokens) {
        String ids = tokens.stream().map(TokenRecord::id).collect(Collectors.joining(", "));
        return configuration(
                tokens.size() + " tokens have the name \"" + name + "\", and which of them is in use is not known (ids "
                        + ids + "). None was created and none was revoked.",
                "Revoke the unused tokens by their ids, or set another name with " + names.of(Setting.TOKEN_NAME)
                        + ".");
    }

    Problem ownerUnknown(TokenRecord token) {
        return configuration(
                "There is a token with the name \"" + token.name() + "\" (id " + token.id()
                        + "), and which workspace uses it is not known. None was created and none was revoked.",
                "To replace it, set " + names.of(Setting.TOKEN_ID) + " to its id. Otherwise set "
                        + names.of(Setting.TOKEN_NAME) + " to a name that only one workspace uses.");
    }

    /** Returns the reason why a token with the default name of earlier versions was left alone. */
    String formerDefault() {
        return "Earlier versions gave this name to the token of every workspace, so another workspace may use it, and it was"
                + " left alone. To replace it, set " + names.of(Setting.TOKEN_ID) + " to its id.";
    }

    Problem otherScopes(TokenRecord token) {
        return configuration(
                "The token \"" + token.name() + "\" (id " + token.id()
                        + ") does not have exactly the four scopes for this organization alone, so it was not replaced.",
                "Correct " + names.of(Setting.TOKEN_ID) + "; the action list shows the ids. To revoke this token, set "
                        + names.of(Setting.TOKEN_ACTION) + " to revoke.");
    }

    Problem file(Path path, String why) {
        return configuration(
                "The token cannot be written to " + path + ": " + why + ".",
                "Set " + names.of(Setting.TOKEN_FILE)
                        + " to a regular file of your own, or to a new file in an existing folder.");
    }

    Problem remains(Path path) {
        return partial(
                "A file beside " + path + " could not be deleted.",
                "Delete the file whose name ends in .unfinished: it may hold a token.");
    }

    Problem notAsAsked() {
        return new Problem(
                ProblemCode.AZURE_UNAVAILABLE,
                "Azure DevOps created a token with other scopes, another validity or other organizations than requested.",
                "Run it again later. If it happens again, create the token on the tokens page of Azure DevOps.");
    }

    Problem orphan(String name, String why) {
        return partial(
                "It is not known whether the token \"" + name + "\" was created" + parenthesis(why) + ".",
                "Its value is lost, so it cannot be used. Revoke it on the tokens page of Azure DevOps, or start a "
                        + "rotation an hour later, which revokes it.");
    }

    Problem notHandedOver() {
        return partial(
                "The new token does not have the shape of a personal access token, so it was not handed over to Aikido.",
                "Create the token on the tokens page of Azure DevOps, and enter it in Aikido's web page.");
    }

    Problem handoverFailed(AikidoException failure) {
        boolean unavailable = failure.kind() == AikidoException.Kind.HANDOVER_UNAVAILABLE;
        return unavailable || failure.kind() == AikidoException.Kind.REFUSED
                ? new Problem(
                        unavailable ? ProblemCode.AIKIDO_HANDOVER_UNAVAILABLE : ProblemCode.PARTIAL,
                        "Aikido did not accept the new token" + parenthesis(failure.detail()) + ".",
                        "Any previous token is still valid. Run it again. If Aikido does not accept tokens through "
                                + "its API, remove " + names.of(Setting.AIKIDO_CLIENT)
                                + ", write the token to a file with "
                                + names.of(Setting.TOKEN_FILE) + ", and enter it in Aikido's web page.")
                : aikido(failure);
    }

    Problem handoverUncertain(AikidoException reason) {
        return partial(
                "It is not known whether Aikido accepted the new token" + parenthesis(reason.detail()) + ".",
                "The new token and the previous one both stay valid. Run it again: the next rotation replaces both.");
    }

    Problem notTaken() {
        return partial(
                "Aikido has the new token and still reports its connection to Azure DevOps as broken.",
                "Check the connection in Aikido's web page. Any previous token is still valid. Run it again when the "
                        + "connection works.");
    }

    Problem vanished(TokenRecord token) {
        return partial(
                "The new token (id " + token.id() + ") was revoked before this run ended, but not by this run.",
                "Run it again, and let only one run at a time rotate a token.");
    }

    Problem overtaken(TokenRecord made, TokenRecord other) {
        return partial(
                "Another run has finished a rotation in the meantime (id " + other.id()
                        + "), so it is not known which token Aikido uses. That one and this run's (id " + made.id()
                        + ") both stay valid.",
                "Run it again, and let only one run at a time rotate a token.");
    }

    Problem notRevoked(TokenRecord token, String why) {
        return partial(
                "The token \"" + token.name() + "\" (id " + token.id() + ") could not be revoked" + parenthesis(why)
                        + ".",
                "Run it again, or revoke it with " + names.of(Setting.TOKEN_ACTION) + " set to revoke and "
                        + names.of(Setting.TOKEN_ID) + " set to its id.");
    }

    Problem notRenamed(TokenRecord token, AzureException failure) {
        return partial(
                "The token \"" + token.name() + "\" (id " + token.id() + ") could not be renamed" + parenthesis(failure)
                        + ".",
                "Run it again: the next rotation replaces the token. It stays valid under its present name.");
    }

    Problem notOfThisPerson(String id) {
        return configuration(
                "The owner of the access token has no valid token with the id " + id + " in this organization.",
                "Correct " + names.of(Setting.TOKEN_ID) + "; the action list shows the ids.");
    }

    private static Problem configuration(String message, String fix) {
        return new Problem(ProblemCode.CONFIGURATION, message, fix);
    }

    private static Problem partial(String message, String fix) {
        return new Problem(ProblemCode.PARTIAL, message, fix);
    }

    private static String parenthesis(AzureException failure) {
        return parenthesis(failure.detail());
    }

    private static String parenthesis(String detail) {
        return detail.isBlank() ? "" : " (" + detail + ")";
    }
}
