package io.github.aikidoconnect.token;

import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenReport.Expiry;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.aikido.AikidoException;
import io.github.aikidoconnect.azure.AzureException;
import io.github.aikidoconnect.azure.TokenError;
import io.github.aikidoconnect.azure.TokenRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts about personal access tokens, in one place so that they sound alike. */
public final class TokenWording {

    static final String DONE = "It was made by this run and is in place.";
    static final String UNFINISHED =
            "It was made by this run, which ended before it was done; the next one replaces it.";
    static final String UNUSED = "It was made by this run, could not be used, and was revoked.";
    static final String UNUSED_AND_LEFT = "It was made by this run, could not be used, and could not be revoked.";
    static final String ORPHAN = "It was made although no answer came; nobody knows its value.";
    static final String REPLACED = "The new one has replaced it.";
    static final String REPLACED_AND_LEFT = "The new one is in the file. This one stays valid until the next rotation,"
            + " or until it is revoked by its id.";
    static final String NOT_REPLACED = "The new one replaces it, but it could not be revoked.";
    static final String OTHER_SCOPES =
            "It has the same name and other scopes, so it was left alone; it can be revoked by its id.";
    static final String WOULD_BE_REVOKED = "It would be revoked.";
    static final String WOULD_BE_REPLACED = "It would be revoked once Aikido has taken a new one.";
    static final String WOULD_BE_KEPT =
            "A new one would be in the file. This one would stay valid until the next rotation.";
    static final String ASKED = "It is revoked.";
    static final String NOT_REVOKED = "It could not be revoked.";

    /** Azure DevOps, among the applications that Microsoft Entra knows. */
    private static final String RESOURCE = "499b84ac-1321-427f-aa17-267ca6975798";

    /** Azure DevOps' code for a policy of Microsoft Entra that keeps the caller out. */
    private static final String CONDITIONAL_ACCESS = "VS403463";

    private final SettingNames names;
    private final TokenRequest request;
    private final Function<AzureException, Problem> azure;
    private final Function<AikidoException, Problem> aikido;

    /**
     * @param names what the settings are called
     * @param request the request that it is about
     * @param azure says what is to be said of any answer of Azure DevOps
     * @param aikido says what is to be said of any answer of Aikido
     */
    public TokenWording(
            SettingNames names,
            TokenRequest request,
            Function<AzureException, Problem> azure,
            Function<AikidoException, Problem> aikido) {
        this.names = names;
        this.request = request;
        this.azure = azure;
        this.aikido = aikido;
    }

    /** What is to be said of a token that is only shown. */
    static String judged(TokenReport token) {
        String fit = switch (token.fit()) {
            case FITS -> "It has the four scopes and nothing else.";
            case WIDE -> "It opens more than Aikido needs: " + excess(token) + ".";
            case NARROW ->
                "It lacks " + String.join(", ", token.missing())
                        + (token.excess().isEmpty() && !token.allOrganizations()
                                ? "."
                                : ", and opens " + excess(token) + ".");
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

    /** Says why Azure DevOps did not do it. */
    public Problem azure(AzureException failure) {
        TokenError error = failure.tokenError().orElse(TokenError.SERVICE);
        return switch (error) {
            case POLICY ->
                new Problem(
                        ProblemCode.AZURE_TOKEN_POLICY,
                        "A policy does not let this person make a personal access token" + parenthesis(failure) + ".",
                        "Have an administrator look at the policies for personal access tokens (Organization settings,"
                                + " Microsoft Entra and Policies) and put the person on their allow lists.");
            case LIFESPAN ->
                new Problem(
                        ProblemCode.AZURE_TOKEN_POLICY,
                        "Azure DevOps makes no token that is valid for " + request.days() + " days"
                                + parenthesis(failure) + ".",
                        "Lower " + names.of(Setting.TOKEN_DAYS)
                                + " to what the policy for the lifespan of tokens allows.");
            case NAME ->
                configuration(
                        "Azure DevOps makes no token with the name \"" + request.name() + "\"" + parenthesis(failure)
                                + ".",
                        "Correct " + names.of(Setting.TOKEN_NAME) + ".");
            case PERSON -> rejected(failure);
            default -> answer(failure);
        };
    }

    private Problem answer(AzureException failure) {
        return switch (failure.kind()) {
            case TOKEN_REJECTED, TOKEN_EXPIRED, REFUSED -> rejected(failure);
            case NOT_FOUND, PROJECT_NOT_FOUND ->
                new Problem(
                        ProblemCode.AZURE_ORGANIZATION_NOT_FOUND,
                        "Azure DevOps knows no such organization, or none whose tokens can be managed"
                                + parenthesis(failure) + ".",
                        "Correct " + names.of(Setting.AZURE_ORGANIZATION)
                                + "; an Azure DevOps Server has no API for personal access tokens.");
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
        String get = "get one with \"az account get-access-token --resource " + RESOURCE
                + " --query accessToken -o tsv\" and put it into " + names.of(Setting.ENTRA_ACCESS) + ".";
        String fix = policy
                ? "Have the conditional access policy of the organization let in the place where this runs."
                : token
                        ? "It looks like a personal access token, which Azure DevOps does not accept here: " + get
                        : "It has to be that of a person who is a member of the organization, not of a service principal,"
                                + " and lasts about an hour: " + get;
        return new Problem(
                ProblemCode.AZURE_ENTRA_TOKEN_REJECTED,
                "Azure DevOps does not accept the access token of Microsoft Entra" + parenthesis(failure) + ".",
                fix);
    }

    Problem aikido(AikidoException failure) {
        return aikido.apply(failure);
    }

    Problem exists(TokenRecord token) {
        return configuration(
                "There is a token with the name \"" + token.name() + "\" already (id " + token.id() + ").",
                "Replace it with " + names.of(Setting.TOKEN_ACTION)
                        + " set to rotate, or give the new one another name with " + names.of(Setting.TOKEN_NAME)
                        + ".");
    }

    Problem ambiguous(String name, List<TokenRecord> tokens) {
        String ids = tokens.stream().map(TokenRecord::id).collect(Collectors.joining(", "));
        return configuration(
                tokens.size() + " tokens have the name \"" + name + "\", and which of them is in use is not known (ids "
                        + ids + "). None was made and none was revoked.",
                "Revoke those that are not in use by their ids, or give another name with "
                        + names.of(Setting.TOKEN_NAME) + ".");
    }

    Problem file(Path path, String why) {
        return configuration(
                "The token cannot be written to " + path + ": " + why + ".",
                "Name a file of your own, or one that is not there yet, in a folder that is there, with "
                        + names.of(Setting.TOKEN_FILE) + ".");
    }

    Problem remains(Path path) {
        return partial(
                "A file beside " + path + " could not be taken away.",
                "Delete the file whose name ends in .unfinished: it may hold a token.");
    }

    Problem notAsAsked() {
        return new Problem(
                ProblemCode.AZURE_UNAVAILABLE,
                "Azure DevOps made another token than the one that was asked for.",
                "Run it again later; if it happens again, make the token on the page of Azure DevOps.");
    }

    Problem orphan(String name, AzureException failure) {
        return partial(
                "It is not known whether the token \"" + name + "\" was made" + parenthesis(failure) + ".",
                "Nobody knows its value. The next run takes it away; or revoke it on the page of Azure DevOps.");
    }

    Problem notHandedOver() {
        return partial(
                "The new token does not have the shape of a personal access token, so it was not handed over to Aikido.",
                "Create the token on the page of Azure DevOps, and enter it in Aikido's web page.");
    }

    Problem handoverFailed(AikidoException failure) {
        boolean unavailable = failure.kind() == AikidoException.Kind.HANDOVER_UNAVAILABLE;
        return unavailable || failure.kind() == AikidoException.Kind.REFUSED
                ? new Problem(
                        unavailable ? ProblemCode.AIKIDO_HANDOVER_UNAVAILABLE : ProblemCode.PARTIAL,
                        "Aikido did not take the new token" + parenthesis(failure.detail()) + ".",
                        "The former token, if there was one, is still valid. Run it again; where Aikido takes no token this"
                                + " way, leave out " + names.of(Setting.AIKIDO_CLIENT)
                                + ", have it written to a file with "
                                + names.of(Setting.TOKEN_FILE) + ", and enter it in Aikido's web page.")
                : aikido(failure);
    }

    Problem handoverUncertain() {
        return partial(
                "It is not known whether Aikido took the new token; no answer came.",
                "The new token and the former one are both valid, so nothing is lost. Run it again.");
    }

    Problem notTaken() {
        return partial(
                "Aikido has the new token and still reports its connection to Azure DevOps as broken.",
                "Look at the connection in Aikido's web page. The former token, if there was one, is still valid; run it"
                        + " again when the connection works.");
    }

    Problem vanished(TokenRecord token) {
        return partial(
                "The new token (id " + token.id() + ") was revoked by somebody else before this run was done.",
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
                "The token \"" + token.name() + "\" (id " + token.id() + ") could not be given its name"
                        + parenthesis(failure) + ".",
                "It is valid all the same; the next rotation replaces it.");
    }

    Problem notOfThisPerson(String id) {
        return configuration(
                "The person whose access token this is has no token with the id " + id + " in this organization.",
                "Correct " + names.of(Setting.TOKEN_ID) + "; a list shows the ids.");
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
