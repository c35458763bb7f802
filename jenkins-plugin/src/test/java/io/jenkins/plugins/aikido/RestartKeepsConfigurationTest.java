package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.aikido.connection.AikidoConfiguration;
import io.jenkins.plugins.aikido.connection.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

class RestartKeepsConfigurationTest {

    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension();

    @Test
    void aRestartKeepsEverything() throws Throwable {
        jenkins.then(RestartKeepsConfigurationTest::save, RestartKeepsConfigurationTest::readBack);
    }

    private static void save(JenkinsRule rule) throws Exception {
        Administrator.addsCredentials();
        Administrator.saves(connection(), new Connection("second", "fabrikam", "token", "client"));
    }

    private static void readBack(JenkinsRule rule) {
        assertThat(AikidoConfiguration.get().getConnections())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(connection(), new Connection("second", "fabrikam", "token", "client"));
    }

    private static Connection connection() {
        Connection connection = new Connection("contoso", "contoso", Administrator.TOKEN_ID, Administrator.CLIENT_ID);
        connection.setRegion("me");
        connection.setAzureUrl("https://tfs.example.com");
        connection.setAikidoUrl("https://proxy.example.com");
        connection.setCallsPerMinute(7);
        connection.setHandover("always");
        connection.setAllowSharedWorkspace(true);
        connection.setJobs("a/**");
        connection.setProjects("b*");
        return connection;
    }
}
