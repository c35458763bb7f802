package io.jenkins.plugins.aikido.connection;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.ItemGroup;
import hudson.security.ACL;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Finds the credentials of a connection where the connection is configured. For a connection of the system configuration, this
 * is Jenkins's own store, including credentials with the scope System: jobs cannot read them and can use them only through the
 * connection. For a connection of a folder, these are the credentials that jobs in the folder can use, too.
 */
@Restricted(NoExternalUse.class)
public final class StoredSecrets {

    private StoredSecrets() {}

    /**
     * Returns the personal access token with an id.
     *
     * @param owner where the connection is configured
     */
    public static Optional<StringCredentials> token(String id, ItemGroup<?> owner) {
        return find(StringCredentials.class, id, owner);
    }

    /** Returns the API client with an id. */
    public static Optional<StandardUsernamePasswordCredentials> client(String id, ItemGroup<?> owner) {
        return find(StandardUsernamePasswordCredentials.class, id, owner);
    }

    private static <C extends StandardCredentials> Optional<C> find(Class<C> type, String id, ItemGroup<?> owner) {
        List<C> all = CredentialsProvider.lookupCredentialsInItemGroup(type, owner, ACL.SYSTEM2, List.of());
        return Optional.ofNullable(CredentialsMatchers.firstOrNull(all, CredentialsMatchers.withId(id)));
    }
}
