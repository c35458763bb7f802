package io.github.aikidoconnect;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with the personal access tokens of a person. Immutable. Values are judged when it is run, like those
 * of a {@link ConnectRequest}.
 */
public final class TokenRequest {

    private final Builder given;

    private TokenRequest(Builder given) {
        this.given = given;
    }

    /**
     * Returns a builder with every default set.
     *
     * @param where the organization, the access to the tokens ({@link ConnectRequest.Builder#entraAccess}), and for a
     *     token that Aikido is to have its API client
     */
    public static Builder builder(ConnectRequest where) {
        return new Builder(where);
    }

    /** Where, and with which credentials. */
    public ConnectRequest where() {
        return given.where;
    }

    /** The value of {@link Builder#action}, empty where it was not given or cannot be. */
    public Optional<TokenAction> action() {
        return Optional.ofNullable(given.action);
    }

    /** The text that was given for an action and is none, empty where there was no such text. */
    public Optional<String> unreadableAction() {
        return Optional.ofNullable(given.unreadableAction);
    }

    /** The value of {@link Builder#name}, empty where it was not given. */
    public Optional<String> name() {
        return Optional.ofNullable(given.name);
    }

    /** The value of {@link Builder#days}. */
    public int days() {
        return given.days;
    }

    /** The value of {@link Builder#file}, empty where it was not given. */
    public Optional<Path> file() {
        return Optional.ofNullable(given.file);
    }

    /** The value of {@link Builder#id}, empty where it was not given. */
    public Optional<String> id() {
        return Optional.ofNullable(given.id);
    }

    static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * Collects a request. Of several calls of one method the last one counts; null and blank mean "not given" and restore
     * the default.
     */
    public static final class Builder {

        private final ConnectRequest where;
        private @Nullable TokenAction action;
        private @Nullable String unreadableAction;
        private @Nullable String name;
        private int days = 90;
        private @Nullable Path file;
        private @Nullable String id;

        private Builder(ConnectRequest where) {
            this.where = where;
        }

        /** What to do. */
        public Builder action(@Nullable TokenAction what) {
            this.action = what;
            this.unreadableAction = null;
            return this;
        }

        /** The same by its name, {@code create}. */
        public Builder action(@Nullable String what) {
            String text = unlessBlank(what);
            this.action = text == null ? null : TokenAction.of(text).orElse(null);
            this.unreadableAction = action == null ? text : null;
            return this;
        }

        /**
         * The name of the token in Azure DevOps. Unless given, it is {@code Aikido Security Access Token} followed by the
         * workspace's name and id, such as {@code Aikido Security Access Token (Shop 4711)}. A name stands for one place
         * that uses the token: a rotation revokes the previous token of its name. Without a workspace, that is for a token
         * which is only written to a file, a rotation replaces a token only if this name or {@link #id} is given.
         */
        public Builder name(@Nullable String text) {
            this.name = unlessBlank(text);
            return this;
        }

        /** How many days a new token is valid, 1 to 365; 90 unless given. */
        public Builder days(int number) {
            this.days = number;
            return this;
        }

        /** Where a new token is written to, for its owner alone to read. */
        public Builder file(@Nullable Path path) {
            this.file = path;
            return this;
        }

        /**
         * The authorization id of a token, as a list shows it: the token to revoke, or for a rotation a token that the new
         * one replaces whatever its name is.
         */
        public Builder id(@Nullable String authorizationId) {
            this.id = unlessBlank(authorizationId);
            return this;
        }

        /** Returns the request. Nothing is judged yet: that is done when it is run. */
        public TokenRequest build() {
            Builder copy = new Builder(where);
            copy.action = action;
            copy.unreadableAction = unreadableAction;
            copy.name = name;
            copy.days = days;
            copy.file = file;
            copy.id = id;
            return new TokenRequest(copy);
        }
    }
}
