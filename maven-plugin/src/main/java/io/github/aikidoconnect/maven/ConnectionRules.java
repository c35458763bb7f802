package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.location.OrganizationUrl;
import io.github.aikidoconnect.location.TrustedHosts;
import io.github.aikidoconnect.maven.config.ConfigFile;
import io.github.aikidoconnect.maven.config.ConnectionConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which servers and which secrets a file may name.
 *
 * @param trust which servers may receive a secret
 * @param names which places of a secret may be named
 * @param azureUrl the address of Azure DevOps in the parameters
 * @param aikidoUrl the address of Aikido in the parameters
 */
record ConnectionRules(Trust trust, TokenNameRules names, Given azureUrl, Given aikidoUrl) {

    /** Returns the address of Azure DevOps in a file, without a value if the file has none. */
    Given azureUrlOf(ConfigFile file) {
        return of(file, ConnectionConfig.AZURE_URL, azureUrl);
    }

    /** Returns the address of Aikido in a file, without a value if the file has none. */
    Given aikidoUrlOf(ConfigFile file) {
        return of(file, ConnectionConfig.AIKIDO_URL, aikidoUrl);
    }

    /** A file can also name a server that the user has named. */
    private static Given of(ConfigFile file, String key, Given parameter) {
        String url = file.connection().text(key);
        boolean named = parameter.foundIn().isEmpty()
                && url != null
                && TrustedHosts.entry(url).isPresent()
                && TrustedHosts.entry(url).equals(TrustedHosts.entry(String.valueOf(parameter.value())));
        return named ? Given.named(url) : Given.found(url, file.connection().place(file.name(), key));
    }

    /** Returns the mistakes of a file. */
    List<Problem> mistakes(ConfigFile file) {
        List<Problem> mistakes = new ArrayList<>();
        trust.judgeAzure(azureUrlOf(file)).ifPresent(mistakes::add);
        trust.judgeAikido(aikidoUrlOf(file)).ifPresent(mistakes::add);
        mistakes.addAll(names.refuse(file));
        return mistakes;
    }

    /** Returns the reason why the server in the URL of an organization must not receive a secret, empty if it may. */
    Optional<Problem> judgeOrganization(ConfigFile file) {
        return azureUrlOf(file).or(azureUrl).value() == null
                ? trust.judgeAzure(Given.found(
                        urlOfOrganization(file), file.connection().place(file.name(), ConnectionConfig.ORGANIZATION)))
                : Optional.empty();
    }

    /** Returns the server of the organization in a file, empty for the service. */
    Optional<String> serverOf(ConfigFile file) {
        String given = azureUrlOf(file).or(azureUrl).value();
        return Optional.ofNullable(given == null ? urlOfOrganization(file) : given)
                .filter(url -> !isService(url));
    }

    /** Returns whether the organization is on another server than the one of the parameters. */
    boolean hasOwnServer(ConfigFile file) {
        Optional<String> own = serverOf(file);
        Optional<String> other = Optional.ofNullable(azureUrl.value()).filter(url -> !isService(url));
        return own.isPresent() != other.isPresent()
                || (own.isPresent() && !OrganizationUrl.isSameServer(own.get(), other.get()));
    }

    private static boolean isService(String url) {
        return OrganizationUrl.parse(url.strip().replaceFirst("/+$", "") + "/x")
                .filter(organization -> organization.azureUrl() == null)
                .isPresent();
    }

    private static @Nullable String urlOfOrganization(ConfigFile file) {
        return OrganizationUrl.parse(String.valueOf(file.organization()))
                .map(OrganizationUrl::azureUrl)
                .orElse(null);
    }
}
