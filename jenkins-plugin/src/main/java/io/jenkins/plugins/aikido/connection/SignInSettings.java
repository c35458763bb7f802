package io.jenkins.plugins.aikido.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Util;
import io.github.aikidoconnect.SignInMethod;
import java.util.List;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundSetter;

/** How a connection signs in to Azure DevOps, if it does not use a personal access token. Contains no secrets. */
@Restricted(NoExternalUse.class)
public abstract class SignInSettings {

    private String signIn = SignInMethod.PAT.toString();
    private String tenantId;
    private String principalCredentialsId;
    private String identityClientId;
    private String tokenFile;
    private String authorityHost;

    /** Takes the values of a connection that was read from a file, which may lack any field. */
    final void copySignIn(SignInSettings other) {
        setSignIn(other.signIn);
        setTenantId(other.tenantId);
        setPrincipalCredentialsId(other.principalCredentialsId);
        setIdentityClientId(other.identityClientId);
        setTokenFile(other.tokenFile);
        setAuthorityHost(other.authorityHost);
    }

    /** Returns the method: {@code pat}, {@code service-principal}, {@code workload-identity} or {@code managed-identity}. */
    @NonNull
    public String getSignIn() {
        return signIn;
    }

    @DataBoundSetter
    public void setSignIn(String signIn) {
        this.signIn = Util.fixEmptyAndTrim(signIn) == null ? SignInMethod.PAT.toString() : signIn.strip();
    }

    /** Returns whether the connection signs in with this method. */
    final boolean signsInWith(SignInMethod method) {
        return signIn.equals(method.toString());
    }

    /** Returns what the identity depends on. */
    final List<String> signInKey() {
        return Stream.of(signIn, tenantId, principalCredentialsId, identityClientId, tokenFile, authorityHost)
                .map(Util::fixNull)
                .toList();
    }

    /** Returns the id of the tenant of Microsoft Entra. */
    @CheckForNull
    public String getTenantId() {
        return tenantId;
    }

    @DataBoundSetter
    public void setTenantId(String tenantId) {
        this.tenantId = Util.fixEmptyAndTrim(tenantId);
    }

    /** Returns the id of a Username with password: the client id and the client secret of a service principal. */
    @CheckForNull
    public String getPrincipalCredentialsId() {
        return principalCredentialsId;
    }

    @DataBoundSetter
    public void setPrincipalCredentialsId(String principalCredentialsId) {
        this.principalCredentialsId = Util.fixEmptyAndTrim(principalCredentialsId);
    }

    /** Returns the client id of a workload identity, or of a user-assigned managed identity. */
    @CheckForNull
    public String getIdentityClientId() {
        return identityClientId;
    }

    @DataBoundSetter
    public void setIdentityClientId(String identityClientId) {
        this.identityClientId = Util.fixEmptyAndTrim(identityClientId);
    }

    /** Returns the file of the controller with a federated token. */
    @CheckForNull
    public String getTokenFile() {
        return tokenFile;
    }

    @DataBoundSetter
    public void setTokenFile(String tokenFile) {
        this.tokenFile = Util.fixEmptyAndTrim(tokenFile);
    }

    /** Returns the URL of the service that issues access tokens; null for the public cloud. */
    @CheckForNull
    public String getAuthorityHost() {
        return authorityHost;
    }

    @DataBoundSetter
    public void setAuthorityHost(String authorityHost) {
        this.authorityHost = Util.fixEmptyAndTrim(authorityHost);
    }
}
