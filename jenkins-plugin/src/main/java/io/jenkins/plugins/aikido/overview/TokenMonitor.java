package io.jenkins.plugins.aikido.overview;

import hudson.Extension;
import io.jenkins.plugins.aikido.Messages;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.state.ConnectionState;
import io.jenkins.plugins.aikido.state.StoredCheck;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Warns of tokens that expire soon, and of tokens that Azure DevOps rejected in the last run. */
@Extension
@Symbol("aikidoToken")
@Restricted(NoExternalUse.class)
public final class TokenMonitor extends ConnectionMonitor {

    private static final int DAYS = 14;

    /** Creates the monitor. */
    public TokenMonitor() {
        super("aikido-token");
    }

    @Override
    public String getDisplayName() {
        return Messages.TokenMonitor_displayName();
    }

    @Override
    Stream<Finding> find(OwnedConnection owned, ConnectionState state) {
        return Stream.concat(expiry(owned), rejection(owned, state));
    }

    private static Stream<Finding> expiry(OwnedConnection owned) {
        LocalDate day = ConnectionSummary.expires(owned.connection());
        LocalDate today = LocalDate.now();
        if (day == null || day.isAfter(today.plusDays(DAYS))) {
            return Stream.empty();
        }
        return Stream.of(new Finding(
                owned,
                "expires:" + day,
                day.isBefore(today) ? Messages.TokenMonitor_expired(day) : Messages.TokenMonitor_expires(day),
                Messages.TokenMonitor_fix()));
    }

    private static Stream<Finding> rejection(OwnedConnection owned, ConnectionState state) {
        StoredCheck check = state.check("token");
        return check != null && "failed".equals(check.getStatus())
                ? Stream.of(new Finding(owned, check.getId(), check.getMessage(), check.getFix()))
                : Stream.empty();
    }
}
