package io.jenkins.plugins.aikido;

import java.util.List;

/** The connections that a job may use. */
final class Connections {

    private Connections() {}

    static List<Connection> permitted(String job) {
        return AikidoConfiguration.get().getConnections().stream()
                .filter(connection -> connection.policy().includesJob(job))
                .toList();
    }
}
