package io.github.aikidoconnect;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with the personal access tokens of a person. Immutable. Values are judged when it is run, like those
 * of a {@link ConnectRequest}.
 *
 * @param where the organization and the credentials
 * @param action the value of {@link Builder#action}, empty where it was not given or is not valid
 * @param unreadableAction the text that was given for an action and is not valid, empty where there was no such text
 * @param name the value of {@link Builder#name}, empty where it was not given
 * @param days the value of {@link Builder#days}
 * @param file the value of {@link Builder#file}, empty where it was not given
 * @param id the value of {@link Builder#id}, empty where it was not given
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
        name = ConnectRequest.unlessBlank(name);
        id = ConnectRequest.unlessBlank(id);
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

    /**
     * Collects a request. Of several calls of one method the last one counts; null and blank mean "not given" and restore
     * the default.
     */
    public static final class Builder {

        private TokenRequestValues values;

        private Builder(ConnectRequest where) {
            values = TokenRequestValues.withoutDefaults().where(where).days(90);
        }

        private Builder with(TokenRequestValues changed) {
            values = changed;
            return this;
        }

        /** What to do. */
        public Builder action(@Nullable TokenAction what) {
            return with(values.action(what).unreadableAction(Optional.empty()));
        }

        /** The same by its name, {@code create}. */
        public Builder action(@Nullable String what) {
            Optional<String> text = ConnectRequest.unlessBlank(Optional.ofNullable(what));
            Optional<TokenAction> action = text.flatMap(TokenAction::of);
            return with(values.action(action).unreadableAction(text.filter(given -> action.isEmpty())));
        }

        /**
         * The name of the token in Azure DevOps. Unless given, it is {@code Aikido Security Access Token} followed by the
         * workspace's name and id, such as {@code Aikido Security Access Token (Shop 4711)}. A name stands for one place
         * that uses the token: a rotation revokes the previous token of its name. Without a workspace, that is for a token
         * which is only written to a file, a rotation replaces a token only if this name or {@link #id} is given.
         */
        public Builder name(@Nullable String text) {
            return with(values.name(text));
        }

        /** How many days a new token is valid, 1 to 365; 90 unless given. */
        public Builder days(int number) {
            return with(values.days(number));
        }

        /** Where a new token is written to, for its owner alone to read. */
        public Builder file(@Nullable Path path) {
            return with(values.file(path));
        }

        /**
         * The authorization id of a token, as a list shows it: the token to revoke, or for a rotation a token that the new
         * one replaces whatever its name is.
         */
        public Builder id(@Nullable String authorizationId) {
            return with(values.id(authorizationId));
        }

        /** Returns the request. Nothing is judged yet: that is done when it is run. */
        public TokenRequest build() {
            return values.build();
        }
    }
}
