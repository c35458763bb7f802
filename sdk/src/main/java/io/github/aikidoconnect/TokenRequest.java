package io.github.aikidoconnect;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The input of a run for the personal access tokens of a person. Immutable. Values are validated when the request is
 * run, like those of a {@link ConnectRequest}.
 *
 * @param where the organization and the credentials
 * @param action the value of {@link Builder#action}, empty if it was not set or is invalid
 * @param unreadableAction the text of an invalid action, empty if the action was valid or not set
 * @param name the value of {@link Builder#name}, empty if it was not set
 * @param days the value of {@link Builder#days}
 * @param file the value of {@link Builder#file}, empty if it was not set
 * @param id the value of {@link Builder#id}, empty if it was not set
 */
@GeneratedValues
public record TokenRequest(
        ConnectRequest where,
        Optional<TokenAction> action,
        Optional<String> unreadableAction,
        Optional<String> name,
        int days,
        Optional<Path> file,
        Optional<String> id) {

    public TokenRequest {
        name = Given.text(name);
        id = Given.text(id);
    }

    /**
     * Returns a builder with every default set.
     *
     * @param where the organization, the access to the tokens ({@link ConnectRequest.Builder#entraAccess}) and, for a
     *     token that is handed over to Aikido, the API client
     */
    public static Builder builder(ConnectRequest where) {
        return new Builder(where);
    }

    /** Collects a request. The last call of a method counts; null and blank mean "not given" and restore the default. */
    public static final class Builder {

        private TokenRequestValues values;

        private Builder(ConnectRequest where) {
            values = TokenRequestValues.withoutDefaults().where(where).days(90);
        }

        private Builder with(TokenRequestValues changed) {
            values = changed;
            return this;
        }

        /** The action. */
        public Builder action(@Nullable TokenAction what) {
            return with(values.action(what).unreadableAction(Optional.empty()));
        }

        /** The action by its name, for example {@code create}. */
        public Builder action(@Nullable String what) {
            Optional<String> text = Given.text(Optional.ofNullable(what));
            Optional<TokenAction> action = text.flatMap(TokenAction::of);
            return with(values.action(action).unreadableAction(text.filter(given -> action.isEmpty())));
        }

        /**
         * The name of the token in Azure DevOps. Unless given, it is {@code Aikido Security Access Token} followed by
         * the workspace's name and id, such as {@code Aikido Security Access Token (Shop 4711)}. A name identifies one
         * place that uses the token: a rotation revokes the previous token of its name. Without a workspace, that is,
         * for a token that is only written to a file, a rotation replaces a token only if this name or {@link #id} is
         * given.
         */
        public Builder name(@Nullable String text) {
            return with(values.name(text));
        }

        /** The validity of a new token in days, 1 to 365; 90 unless given. */
        public Builder days(int number) {
            return with(values.days(number));
        }

        /** The file for a new token, readable only by its owner. */
        public Builder file(@Nullable Path path) {
            return with(values.file(path));
        }

        /**
         * The authorization id of a token, as a list shows it: the token to revoke or, for a rotation, a token with any
         * name that the new token replaces.
         */
        public Builder id(@Nullable String authorizationId) {
            return with(values.id(authorizationId));
        }

        /** Returns the request. Its values are validated when it is run. */
        public TokenRequest build() {
            return values.build();
        }
    }
}
