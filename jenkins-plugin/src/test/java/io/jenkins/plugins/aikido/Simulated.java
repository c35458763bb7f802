package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts the services that a test asks for, and stops them after it. */
final class Simulated implements AfterEachCallback {

    private final Deque<SimulatedServices> started = new ArrayDeque<>();
    private SSLContext trustBefore;

    SimulatedServices start(Scenario scenario) throws Exception {
        SimulatedServices services = SimulatedServices.start(scenario);
        started.push(services);
        return services;
    }

    /** Starts them over HTTPS, which this Jenkins trusts until the end of the test, and gives it a connection to them. */
    SimulatedServices connectWithTls(Scenario scenario) throws Exception {
        SimulatedServices services = SimulatedServices.startWithTls(scenario);
        started.push(services);
        if (trustBefore == null) {
            trustBefore = SSLContext.getDefault();
        }
        SSLContext.setDefault(services.trust());
        Administrator.connects(services);
        return services;
    }

    /** Starts them, and gives this Jenkins the credentials and the connection {@code contoso} to them. */
    SimulatedServices connect(Scenario scenario) throws Exception {
        SimulatedServices services = start(scenario);
        Administrator.connects(services);
        return services;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (trustBefore != null) {
            SSLContext.setDefault(trustBefore);
        }
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }
}
