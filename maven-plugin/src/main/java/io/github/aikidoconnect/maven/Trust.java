package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.location.TrustedHosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which servers may receive a credential: all that the user named, and those that were found and are trusted. */
final class Trust {

    static final String PROPERTY = "aikido.trustedHosts";
    static final String VARIABLE = "AIKIDO_TRUSTED_HOSTS";

    private final NamedProperties named;
    private final TrustedHosts hosts;
    private final Optional<Problem> mistake;

    private Trust(NamedProperties named, TrustedHosts hosts, Optional<Problem> mistake) {
        this.named = named;
        this.hosts = hosts;
        this.mistake = mistake;
    }

    static Trust of(NamedProperties named, Map<String, String> environment) {
        List<String> listed = new ArrayList<>(split(named.value(PROPERTY).orElse("")));
        listed.addAll(split(environment.getOrDefault(VARIABLE, "")));
        try {
            return new Trust(named, TrustedHosts.of(listed), Optional.empty());
        } catch (IllegalArgumentException e) {
            Problem problem = new Problem(
                    ProblemCode.CONFIGURATION,
                    "An element of -D" + PROPERTY + " or " + VARIABLE + " is not a host.",
                    "Write each element as host or host:port, without a scheme and without *, separated by commas.");
            return new Trust(named, TrustedHosts.of(List.of()), Optional.of(problem));
        }
    }

    private static List<String> split(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
    }

    /** Returns a parameter's value with its origin. */
    Given parameter(String property, @Nullable String value) {
        return value == null ? Given.named(null) : named.parameter(property, value);
    }

    /** Warns if the checkout sets the list of trusted hosts, which has no effect. */
    void warnOfIgnored(@Nullable String list, Console console) {
        if (parameter(PROPERTY, list).foundIn().isPresent()) {
            console.warn(PROPERTY + " was ignored: it was set in the pom or in .mvn, which come from the checkout.");
        }
    }

    /** Returns the problem of the list of trusted hosts. */
    Optional<Problem> mistake() {
        return mistake;
    }

    /** Returns the reason why the token for Azure DevOps must not be sent to a server, empty if it may be. */
    Optional<Problem> judgeAzure(Given url) {
        return judge(url, hosts.trustsForAzure(String.valueOf(url.value())));
    }

    /** Returns the reason why the API client must not be sent to an address of Aikido, empty if it may be. */
    Optional<Problem> judgeAikido(Given url) {
        return judge(url, hosts.trustsForAikido(String.valueOf(url.value())));
    }

    /** Returns the reason why an identity must not sign in at an authority host, empty if it may. */
    Optional<Problem> judgeEntra(Given url) {
        return judge(url, hosts.trustsForEntra(String.valueOf(url.value())));
    }

    /** The run itself refuses an address without a host. */
    private static Optional<Problem> judge(Given url, boolean trusted) {
        String address = url.value();
        return address == null || trusted
                ? Optional.empty()
                : url.foundIn().flatMap(place -> TrustedHosts.entry(address).map(host -> untrusted(host, place)));
    }

    private static Problem untrusted(String host, String place) {
        return new Problem(
                ProblemCode.CONFIGURATION,
                "The server " + host + " was found in " + place + " and is not trusted. Nothing was sent to it.",
                "If it is your server, add -D" + PROPERTY + "=" + host + " to the command line, or set the environment"
                        + " variable " + VARIABLE + "=" + host + ". A profile of settings.xml can also set " + PROPERTY
                        + "; a pom and aikido-connect.yml cannot.");
    }
}
