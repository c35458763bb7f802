package io.jenkins.plugins.aikido.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SignInMethod;
import io.github.aikidoconnect.location.Glob;
import io.jenkins.plugins.aikido.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Decides which connections must not be saved, from the page or by Configuration as Code. A missing value can be added later. A
 * value that can never work, a secret in plain text and an ambiguous restriction are refused.
 */
@Restricted(NoExternalUse.class)
public final class ConnectionRules {

    /** In a URL, a text before an {@code @} or after a question mark can be a password or a token. */
    private static final Pattern SECRET_PLACES = Pattern.compile("[@?#]");

    private static final List<String> KEEP =
            Stream.of(KeepConnected.values()).map(KeepConnected::toString).toList();

    private static final List<String> SIGN_IN = Stream.of(
                    SignInMethod.PAT,
                    SignInMethod.SERVICE_PRINCIPAL,
                    SignInMethod.WORKLOAD_IDENTITY,
                    SignInMethod.MANAGED_IDENTITY)
            .map(SignInMethod::toString)
            .toList();

    private static final List<String> KEEP_GOALS = List.of("connect", "status");

    private ConnectionRules() {}

    /** @throws IllegalArgumentException with a message for the administrator, which does not contain values that may be secret */
    public static void judge(List<Connection> connections) {
        Set<String> names = new HashSet<>();
        for (Connection connection : connections) {
            String name = connection.getName();
            require(!name.isEmpty(), Messages.Connection_nameMissing());
            require(!Fields.hasInvisible(name), Messages.Connection_nameInvisible());
            require(names.add(name), Messages.Connection_nameTwice(name));
            require(
                    Stream.of(
                                    connection.getOrganization(),
                                    connection.getAzureUrl(),
                                    connection.getAikidoUrl(),
                                    connection.getAuthorityHost())
                            .noneMatch(ConnectionRules::mayHoldASecret),
                    Messages.Connection_urlSecret(name));
            judgeValues(connection);
            UsagePolicy.split(connection.getProjects()).forEach(glob -> judgeGlob(name, glob));
            UsagePolicy.split(connection.getKeepProjects()).forEach(glob -> judgeGlob(name, glob));
        }
    }

    /** Refuses values that can never work. */
    private static void judgeValues(Connection connection) {
        String name = connection.getName();
        judgeWord(name, "region", Setting.AIKIDO_REGION, connection.getRegion());
        judgeWord(name, "signIn", SIGN_IN, connection.getSignIn());
        judgeWord(name, "handover", Setting.HANDOVER, connection.getHandover());
        judgeWord(name, "keepConnected", KEEP, connection.getKeepConnected());
        judgeWord(name, "keepGoal", KEEP_GOALS, connection.getKeepGoal());
        require(
                Fields.isDate(connection.getTokenExpires()),
                Messages.Connection_invalid(name, "tokenExpires", Messages.Connection_dateWrong()));
        judgeUrl(name, "azureUrl", connection.getAzureUrl());
        judgeUrl(name, "aikidoUrl", connection.getAikidoUrl());
        judgeUrl(name, "authorityHost", connection.getAuthorityHost());
        if (connection.getOrganization().contains("://")) {
            judgeUrl(name, "organization", connection.getOrganization());
        }
        require(
                Fields.isCallsPerMinute(connection.getCallsPerMinute()),
                Messages.Connection_invalid(name, "callsPerMinute", Messages.Connection_callsWrong()));
        connection.getSettings().stream()
                .flatMap(rule -> rule.mistake().stream())
                .forEach(mistake -> require(false, Messages.Connection_invalid(name, "settings", mistake)));
        AllowedValues.Range percent = AllowedValues.range(Setting.PRUNE_LIMIT).orElseThrow();
        require(
                percent.contains(connection.getPruneLimit()),
                Messages.Connection_invalid(name, "pruneLimit", Messages.Fields_number(percent)));
    }

    private static void judgeWord(String name, String field, Setting setting, String value) {
        judgeWord(name, field, AllowedValues.words(setting), value);
    }

    private static void judgeWord(String name, String field, List<String> words, String value) {
        require(
                words.contains(value.toLowerCase(Locale.ROOT)),
                Messages.Connection_invalid(
                        name, field, Messages.Connection_wordWrong(value, String.join(", ", words))));
    }

    private static void judgeUrl(String name, String field, @CheckForNull String url) {
        Fields.mistakeInUrl(url)
                .ifPresent(mistake -> require(false, Messages.Connection_invalid(name, field, mistake)));
    }

    private static boolean mayHoldASecret(@CheckForNull String address) {
        return address != null && SECRET_PLACES.matcher(address).find();
    }

    private static void judgeGlob(String name, String glob) {
        try {
            Glob.parse(glob);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Messages.Connection_projectsWrong(name, Messages.Fields_glob(glob, e.getMessage())), e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
