package io.github.aikidoconnect;

import java.util.Objects;

/**
 * A password or token. It is written nowhere by accident: {@link #toString()} shows asterisks, and it is no record, so
 * that no serializer finds a value in it.
 */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a value. White space around it is dropped: a token read from a file or pasted into a form often ends in a
     * line break, which no service accepts.
     *
     * @throws IllegalArgumentException if nothing but white space is given
     */
    public static Secret of(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("A secret must not be blank");
        }
        return new Secret(stripped);
    }

    /** Returns the value itself, for the one place that sends it. */
    public String reveal() {
        return value;
    }

    /**
     * Tells whether this is a JSON Web Token rather than a personal access token. Azure Pipelines' job token
     * ({@code System.AccessToken}) is one, and an access token of Microsoft Entra: they end with the job or
     * soon after, so they must never be handed to Aikido.
     */
    public boolean isJsonWebToken() {
        return value.startsWith("eyJ") && value.chars().filter(c -> c == '.').count() == 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }

    @Override
    public String toString() {
        return "******";
    }
}
