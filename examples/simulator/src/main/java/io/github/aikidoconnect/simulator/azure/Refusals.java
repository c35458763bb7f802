package io.github.aikidoconnect.simulator.azure;

import static io.github.aikidoconnect.simulator.http.Json.object;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.http.Json;
import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import io.github.aikidoconnect.simulator.scenario.Identity;
import java.util.regex.Pattern;

/**
 * The error answers of Azure DevOps. The codes (TF..., VS...), type keys and forms are the service's, from recorded
 * traffic and from reports of its users; where these are silent, the form is a guess that a client must handle.
 */
record Refusals(AzureScenario azure) {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String EXPIRED = "Access Denied: The Personal Access Token used has expired.";

    /** Answers a call with an invalid token or without a token. */
    Answer rejected(Call call) {
        boolean suppressed = "Suppress".equalsIgnoreCase(call.header("x-tfs-fedauthredirect"));
        if (suppressed && !azure.ignoreSuppress()) {
            return unauthorized();
        }
        return switch (azure.rejection()) {
            case SIGN_IN_PAGE ->
                Answer.of(203, HTML, page("Sign in to your account", "<form action=\"/_signin\"></form>"));
            case REDIRECT -> Answer.empty(302).with("Location", "/azure/_signin?realm=127.0.0.1");
            case UNAUTHORIZED -> unauthorized();
        };
    }

    /** Answers a call whose scope is missing: 401 and not 403, without a reason. */
    Answer unauthorized() {
        return Answer.empty(401).with("WWW-Authenticate", "Bearer, Basic realm=\"azure\", TFS-Federated");
    }

    /**
     * Answers an identity that was not added to the organization. Microsoft's guide for service principals has the text;
     * the status is a guess.
     */
    Answer notAUser(Identity identity) {
        return json(
                401,
                "UnauthorizedRequestException",
                "TF401444: Please sign-in at least once as " + identity.tenantId() + "\\" + identity.tenantId() + "\\"
                        + identity.clientId() + " in a web browser to enable access to the service.");
    }

    Answer expired() {
        return switch (azure.expiry()) {
            case TEXT -> Answer.of(401, TEXT, EXPIRED);
            case JSON -> json(401, "UnauthorizedRequestException", EXPIRED);
            case HTML -> Answer.of(401, HTML, page("Access Denied", "<p>" + EXPIRED + "</p>"));
        };
    }

    /** The type key and the text are reported by users, the status is a guess. */
    Answer invalidAccess(String message) {
        return json(403, "InvalidAccessException", message);
    }

    Answer conditionalAccess() {
        return json(
                403,
                "AccessCheckException",
                "VS403463: The conditional access policy that your administrator has set does not let this call in.");
    }

    Answer unknownOrganization() {
        return Answer.of(404, HTML, page("Not found", "<p>There is no such organization.</p>"));
    }

    /** The service sends this byte order mark. */
    Answer stopped(String organization) {
        String message = "TF24668: The organization " + organization + " is stopped and cannot be used.";
        Answer answer = json(503, "HostShutdownException", message);
        return new Answer(503, answer.headers(), '\uFEFF' + answer.body()).with("X-TFS-ServiceError", message);
    }

    Answer versionMissing(Call call) {
        return json(
                400,
                "VssVersionNotSpecifiedException",
                "No api-version was supplied for the \"" + call.method() + "\" request.");
    }

    Answer versionOutOfRange(String version) {
        return json(400, "VssVersionOutOfRangeException", "The api-version " + version + " is not available here.");
    }

    Answer previewWanted(String version) {
        return json(
                400,
                "VssInvalidPreviewVersionException",
                "The requested version \"" + version
                        + "\" of the resource is under preview. The -preview flag must be supplied in the api-version"
                        + " for such requests. For example: \"" + version + "-preview\"");
    }

    Answer noProject(String nameOrId) {
        boolean byId = GUID.matcher(nameOrId).matches();
        String message = byId
                ? "VS800075: The project with id 'vstfs:///Classification/TeamProject/" + nameOrId
                        + "' does not exist, or you do not have permission to access it."
                : "TF200016: The following project does not exist: " + nameOrId + ".";
        if (azure.notFound() == AzureScenario.NotFound.TEXT) {
            return Answer.of(404, TEXT, message);
        }
        return json(404, byId ? "ProjectDoesNotExistException" : "ProjectDoesNotExistWithNameException", message);
    }

    Answer noRepository(String nameOrId) {
        return json(
                404,
                "GitRepositoryNotFoundException",
                "TF401019: The Git repository with name or identifier " + nameOrId
                        + " does not exist or you do not have permissions for the operation you are attempting.");
    }

    Answer noItem(String path) {
        return json(404, "ItemNotFoundException", "TF401174: The item " + path + " could not be found.");
    }

    Answer badRequest(String message) {
        return json(400, "ArgumentException", message);
    }

    Answer noSuchPath(Call call) {
        return json(404, "ControllerNotFoundException", "The controller for " + call.decodedPath() + " was not found.");
    }

    Answer tooMany(int retryAfterSeconds) {
        return json(429, "RequestBlockedException", "TF400733: The request has been canceled: Request was blocked.")
                .with("Retry-After", Integer.toString(retryAfterSeconds));
    }

    Answer json(int status, String typeKey, String message) {
        return Answer.of(
                status,
                "application/json; charset=utf-8; api-version=7.1",
                Json.write(object(
                        "$id",
                        "1",
                        "message",
                        message,
                        "typeName",
                        "Microsoft.VisualStudio.Services." + typeKey,
                        "typeKey",
                        typeKey,
                        "errorCode",
                        0,
                        "eventId",
                        3000)));
    }

    private static String page(String title, String content) {
        return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" + title + "</h1>" + content
                + "</body></html>";
    }
}
