package io.github.aikidoconnect;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A password or token. {@link #toString()} returns asterisks, and the class is not a record, so that no serializer finds
 * the value.
 */
public final class Secret {

    private static final Pattern PERSONAL_ACCESS_TOKEN = Pattern.compile("[0-9A-Za-z]{52}|(?s:.{76}AZDO.{4})");

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Returns a secret with the given value, without white space around it: a token that is read from a file or pasted
     * into a form often ends in a line break, which no service accepts.
     *
     * @param value the value; null or blank, for example of an environment variable that is not set, gives an empty
     *     secret, which a request treats as not given
     */
    public static Secret of(@Nullable String value) {
        return new Secret(value == null ? "" : value.strip());
    }

    /** Returns whether the value is empty. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** Returns the value, for the code that sends it. */
    public String reveal() {
        return value;
    }

    /**
     * Returns whether this has the shape of a personal access token of Azure DevOps: 52 letters and digits, or 84
     * characters with {@code AZDO} at 76. Microsoft's own client decides by this shape how it sends a token
     * (microsoft/azure-devops-node-api, api/WebApi.ts at 881adee, read in 2026-11). All other tokens of Azure DevOps are
     * opaque: a pipeline's job token or an access token of Microsoft Entra may be encrypted, and its form may change.
     */
    public boolean isPersonalAccessToken() {
        return PERSONAL_ACCESS_TOKEN.matcher(value).matches();
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
