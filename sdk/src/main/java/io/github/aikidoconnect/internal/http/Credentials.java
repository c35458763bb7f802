package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a call proves its sender with. None of them shows its value in {@code toString}. */
public sealed interface Credentials {

    /** Returns the value of the {@code Authorization} header, empty for an anonymous call. */
    Optional<String> header();

    /** Nothing. */
    record None() implements Credentials {
        @Override
        public Optional<String> header() {
            return Optional.empty();
        }
    }

    /** A personal access token, which Azure DevOps takes as a password without a user name. */
    record AccessToken(Secret token) implements Credentials {
        @Override
        public Optional<String> header() {
            return Optional.of(basic("", token.reveal()));
        }
    }

    /** The id and secret of a client of Aikido's API. */
    record Client(Secret id, Secret secret) implements Credentials {
        @Override
        public Optional<String> header() {
            return Optional.of(basic(id.reveal(), secret.reveal()));
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
