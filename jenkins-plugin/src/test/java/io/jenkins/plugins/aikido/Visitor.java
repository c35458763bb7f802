package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.connection.Connection;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.jvnet.hudson.test.JenkinsRule;

/** Somebody who sends requests to Jenkins by hand, as an attacker would. */
final class Visitor {

    private final JenkinsRule.WebClient client;
    private final JenkinsRule jenkins;

    private Visitor(JenkinsRule jenkins) {
        this.jenkins = jenkins;
        this.client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        client.getOptions().setJavaScriptEnabled(false);
        client.getOptions().setCssEnabled(false);
        // A slow machine must not fail a test.
        client.getOptions().setTimeout(0);
        // The page that refuses leads on to the login, whose status would be taken for the answer's.
        client.setRefreshHandler((page, url, seconds) -> {});
    }

    /** Jenkins's dummy realm takes the name for the password, too. */
    static Visitor named(JenkinsRule jenkins, String user) {
        Visitor visitor = new Visitor(jenkins);
        visitor.client.withBasicCredentials(user, user);
        return visitor;
    }

    static Visitor anonymous(JenkinsRule jenkins) {
        return new Visitor(jenkins);
    }

    WebResponse get(String path, Map<String, String> query) throws IOException {
        return send(new WebRequest(
                URI.create(jenkins.getURL() + path + "?" + form(query)).toURL(), HttpMethod.GET));
    }

    WebResponse post(String path, Map<String, String> fields) throws IOException {
        return send(client.addCrumb(request(path, fields)));
    }

    WebResponse postWithoutCrumb(String path, Map<String, String> fields) throws IOException {
        return send(request(path, fields));
    }

    /** Presses "Test connection" with what {@link Administrator} has entered, and returns what comes back for the page. */
    String testsTheConnection(SimulatedServices services) throws IOException {
        return testsTheConnection(services, false);
    }

    /** The same, with or without the check box that records a trace. */
    String testsTheConnection(SimulatedServices services, boolean recordTrace) throws IOException {
        return testsTheConnection(services, Map.of("recordTrace", Boolean.toString(recordTrace)));
    }

    /** The same, with other values in some fields. */
    String testsTheConnection(SimulatedServices services, Map<String, String> changes) throws IOException {
        return testsTheConnectionOf("", services, changes);
    }

    /** The same on the page of a folder, whose URL ends with a slash. */
    String testsTheConnectionOf(String folderUrl, SimulatedServices services, Map<String, String> changes)
            throws IOException {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "organization", Shop.ORGANIZATION,
                "tokenCredentialsId", Administrator.TOKEN_ID,
                "clientCredentialsId", Administrator.CLIENT_ID,
                "azureUrl", services.azureUrl(),
                "aikidoUrl", services.aikidoUrl()));
        fields.putAll(changes);
        return post(folderUrl + "descriptorByName/" + Connection.class.getName() + "/testConnection", fields)
                .getContentAsString();
    }

    /** The fields go into the path's query, where a crumb can be added as a parameter of its own. */
    private WebRequest request(String path, Map<String, String> fields) throws IOException {
        return new WebRequest(
                URI.create(jenkins.getURL() + path + "?" + form(fields)).toURL(), HttpMethod.POST);
    }

    private WebResponse send(WebRequest request) throws IOException {
        Page page = client.getPage(request);
        return page.getWebResponse();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
