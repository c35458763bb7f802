package io.jenkins.plugins.aikido;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.security.ACL;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/**
 * Finds the credentials that a connection names. It looks in Jenkins's own store with Jenkins's own rights, so that
 * credentials of the system scope can be used, which no job can resolve: a job gets at them by its connection alone.
 */
final class StoredSecrets {

    private StoredSecrets() {}

    static Optional<StringCredentials> token(String id) {
        return find(StringCredentials.class, id);
    }

    static Optional<StandardUsernamePasswordCredentials> client(String id) {
        return find(StandardUsernamePasswordCredentials.class, id);
    }

    private static <C extends StandardCredentials> Optional<C> find(Class<C> type, String id) {
        List<C> all = CredentialsProvider.lookupCredentialsInItemGroup(type, Jenkins.get(), ACL.SYSTEM2, List.of());
        return Optional.ofNullable(CredentialsMatchers.firstOrNull(all, CredentialsMatchers.withId(id)));
    }
}
