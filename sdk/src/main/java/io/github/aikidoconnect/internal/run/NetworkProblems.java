package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;

/**
 * The texts about the way to either service.
 *
 * @param names the names of the settings in the front end
 */
record NetworkProblems(SettingNames names) {

    String letThrough(Setting url) {
        return "Allow the calls in the proxy, firewall or gateway, and check " + names.of(url) + " if it is set.";
    }

    Problem network(String detail, Setting url) {
        return new Problem(
                ProblemCode.NETWORK,
                Phrases.sentence(detail),
                "Check the network, any proxy or firewall, and " + names.of(url) + " if it is set.");
    }
}
