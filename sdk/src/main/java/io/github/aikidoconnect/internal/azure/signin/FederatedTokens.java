package io.github.aikidoconnect.internal.azure.signin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureException.Kind;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.HttpCall;
import io.github.aikidoconnect.internal.http.HttpFailure;
import io.github.aikidoconnect.internal.http.Json;
import io.github.aikidoconnect.location.UrlPaths;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Gets the token of another issuer, which proves to Microsoft Entra that the caller is the application. */
final class FederatedTokens {

    /** More than any token has. A longer file, such as a device, is another file. */
    private static final int LARGEST = 64 * 1024;

    private final AzureSignIn.FederatedToken source;
    private final SignInCalls calls;

    FederatedTokens(AzureSignIn.FederatedToken source, SignInCalls calls) {
        this.source = source;
        this.calls = calls;
    }

    /**
     * Returns the current token.
     *
     * @throws AzureException if there is none
     */
    Secret current() throws InterruptedException {
        Secret token = source instanceof AzureSignIn.PipelineConnection connection
                ? request(connection)
                : read(((AzureSignIn.TokenFile) source).file());
        calls.redactor().add(token);
        return token;
    }

    private static Secret read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            Secret token = Secret.of(new String(content, StandardCharsets.UTF_8));
            if (token.isEmpty() || content.length > LARGEST) {
                throw Issuer.FILE.failed(token.isEmpty() ? "is empty" : "is too large");
            }
            return token;
        } catch (NoSuchFileException e) {
            throw Issuer.FILE.failed("does not exist");
        } catch (IOException e) {
            throw Issuer.FILE.failed("could not be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /**
     * Requests a token for the job: Microsoft's REST reference 7.1, Distributed Task, Oidctoken, and azure-identity's
     * AzurePipelinesCredential (read 2026-11).
     */
    private Secret request(AzureSignIn.PipelineConnection connection) throws InterruptedException {
        calls.redactor().add(connection.jobToken());
        URI uri = URI.create(connection.requestUri().replaceAll("/+$", "") + "?api-version=7.1&serviceConnectionId="
                + UrlPaths.encode(connection.id()));
        HttpAnswer answer;
        try {
            answer = calls.http()
                    .send(new HttpCall(
                            "POST", uri, new Credentials.Bearer(connection.jobToken()), "application/json", null));
        } catch (HttpFailure e) {
            throw new AzureException(Kind.NETWORK, calls.redactor().clean(String.valueOf(e.getMessage())));
        }
        String token = answer.status() == 200
                ? Json.read(answer)
                        .flatMap((JsonNode body) -> Json.text(body, "oidcToken"))
                        .orElse("")
                : "";
        if (token.isEmpty()) {
            throw EntraAnswers.failure(Issuer.PIPELINES, answer, calls.redactor()::clean);
        }
        return Secret.of(token);
    }
}
