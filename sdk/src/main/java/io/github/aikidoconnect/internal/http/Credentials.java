package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The credentials of a call. Their {@code toString} shows no value. */
public sealed interface Credentials {

    /** Returns the value of the {@code Authorization} header, empty for an anonymous call. */
    Optional<String> header();

    /** Returns all headers with credentials. */
    default Map<String, String> headers() {
        return header().map(value -> Map.of("Authorization", value)).orElse(Map.of());
    }

    /** No credentials. */
    record None() implements Credentials {
        @Override
        public Optional<String> header() {
            return Optional.empty();
        }
    }

    /** A personal access token, which is sent to Azure DevOps as a password without a username. */
    record AccessToken(Secret token) implements Credentials {
        @Override
        public Optional<String> header() {
            return Optional.of(basic("", token.reveal()));
        }
    }

    /** The id and the secret of an Aikido API client. */
    record Client(Secret id, Secret secret) implements Credentials {
        @Override
        public Optional<String> header() {
            return Optional.of(basic(id.reveal(), secret.reveal()));
        }
    }

    /** Credentials in the body of a request for an access token. */
    record InBody() implements Credentials {
        @Override
        public Optional<String> header() {
            return Optional.empty();
        }
    }

    /**
     * What the endpoint of a managed identity requires: a header that no browser and no redirect adds.
     *
     * @param secret the secret of App Service, empty for an instance metadata service
     */
    record OfThisMachine(Secret secret) implements Credentials {
        @Override
        public Optional<String> header() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> headers() {
            return secret.isEmpty() ? Map.of("Metadata", "true") : Map.of("X-IDENTITY-HEADER", secret.reveal());
        }
    }

    /** An OAuth access token. */
    record Bearer(Secret token) implements Credentials {
        @Override
        public Optional<String> header() {
            return Optional.of("Bearer " + token.reveal());
        }
    }

    private static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
