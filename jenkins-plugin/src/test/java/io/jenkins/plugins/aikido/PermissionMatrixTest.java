package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Item;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.connection.AikidoConfiguration;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.ConnectionForm;
import io.jenkins.plugins.aikido.connection.RepositoryRule;
import io.jenkins.plugins.aikido.overview.AikidoOverview;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import io.jenkins.plugins.aikido.step.StepForm;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.assertj.core.api.SoftAssertions;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.bind.JavaScriptMethod;

/** Who learns what from each method that can be called over the web. A new method fails here until it is in the table. */
@WithJenkins
class PermissionMatrixTest {

    private enum Who {
        ANONYMOUS,
        READER,
        CONFIGURER,
        ADMINISTRATOR
    }

    private static final Set<Who> ADMINISTRATOR = EnumSet.of(Who.ADMINISTRATOR);
    private static final Set<Who> CONFIGURER = EnumSet.of(Who.CONFIGURER, Who.ADMINISTRATOR);
    private static final Set<Who> READER = EnumSet.of(Who.READER, Who.CONFIGURER, Who.ADMINISTRATOR);

    /**
     * One method.
     *
     * @param told who gets an answer that holds the marker
     * @param marker what only an answer with information holds
     * @param query parameters that have it say something
     */
    private record Entry(Set<Who> told, String marker, Map<String, String> query) {}

    private static final Map<String, Entry> OF_CONNECTION = Map.ofEntries(
            entry("doFillRegionItems", ADMINISTRATOR, "app.aikido.dev"),
            entry("doFillHandoverItems", ADMINISTRATOR, "always"),
            entry("doFillTokenCredentialsIdItems", ADMINISTRATOR, Administrator.TOKEN_ID),
            entry("doFillClientCredentialsIdItems", ADMINISTRATOR, Administrator.CLIENT_ID),
            entry("doFillSignInItems", ADMINISTRATOR, "managed-identity"),
            entry("doFillPrincipalCredentialsIdItems", ADMINISTRATOR, Administrator.CLIENT_ID),
            entry("doCheckAuthorityHost", ADMINISTRATOR, "must begin with https", "value", "http://login.example.com"),
            entry("doCheckName", ADMINISTRATOR, "Enter a name", "value", "", "organization", "contoso"),
            entry("doCheckOrganization", ADMINISTRATOR, "not a valid name", "value", "con_toso"),
            entry("doCheckTokenCredentialsId", ADMINISTRATOR, "was found", "value", "gone"),
            entry("doCheckClientCredentialsId", ADMINISTRATOR, "was found", "value", "gone"),
            entry("doCheckAzureUrl", ADMINISTRATOR, "must begin with https", "value", "http://tfs.example.com"),
            entry("doCheckAikidoUrl", ADMINISTRATOR, "must begin with https", "value", "http://proxy.example.com"),
            entry("doCheckCallsPerMinute", ADMINISTRATOR, "whole number", "value", "0"),
            entry("doCheckPruneLimit", ADMINISTRATOR, "error", "value", "101"),
            entry("doCheckJobs", ADMINISTRATOR, "may use this connection now: 1", "value", "job"),
            entry("doFillKeepConnectedItems", ADMINISTRATOR, "nightly"),
            entry("doFillKeepGoalItems", ADMINISTRATOR, "status"),
            entry("doCheckTokenExpires", ADMINISTRATOR, "not a date", "value", "soon"),
            entry("doCheckKeepProjects", ADMINISTRATOR, "is not valid", "value", "[a"),
            entry("doCheckProjects", ADMINISTRATOR, "is not valid", "value", "[a"),
            entry(
                    "doTestConnection",
                    ADMINISTRATOR,
                    "aikido-test",
                    "organization",
                    Shop.ORGANIZATION,
                    "tokenCredentialsId",
                    Administrator.TOKEN_ID,
                    "azureUrl",
                    "http://127.0.0.1:1/"));

    private static final Map<String, Entry> OF_STEP = Map.ofEntries(
            entry("doFillGoalItems", READER, "status"),
            entry("doFillConnectionItems", CONFIGURER, "contoso"),
            entry("doFillProjectItems", CONFIGURER, Shop.PROJECT),
            entry("doCheckIncludes", CONFIGURER, "is not valid", "value", "[a"),
            entry("doCheckExcludes", CONFIGURER, "is not valid", "value", "[a"),
            entry("doCheckPruneLimit", CONFIGURER, "error", "value", "101"),
            entry("doCheckSyncTimeout", CONFIGURER, "error", "value", "-1"),
            entry("doCheckMaxMinutes", CONFIGURER, "error", "value", "0"),
            entry("doCheckMaxScanAge", CONFIGURER, "error", "value", "many"));

    /** Lists of Aikido's words, which are the same everywhere. */
    private static final Map<String, Entry> OF_RULE = Map.ofEntries(
            entry("doFillSensitivityItems", READER, "not_sensitive"),
            entry("doFillConnectivityItems", READER, "not_connected"),
            entry("doFillDevDependenciesItems", READER, "false"));

    @Test
    void everyWebMethodIsInTheTable() throws Exception {
        List<String> all = webMethods();

        assertThat(all).containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void tellsEachUserWhatIsForHimAndNothingElse(JenkinsRule jenkins) throws Exception {
        try (SimulatedServices services = SimulatedServices.start(Scenario.shop())) {
            Administrator.connects(services);
            FreeStyleProject job = jenkins.createFreeStyleProject("job");
            secure(jenkins);
            SoftAssertions soft = new SoftAssertions();

            for (Who who : Who.values()) {
                Visitor visitor =
                        who == Who.ANONYMOUS ? Visitor.anonymous(jenkins) : Visitor.named(jenkins, who.name());
                for (String path : List.of("", job.getUrl())) {
                    OF_CONNECTION.forEach((method, entry) ->
                            judge(soft, who, visitor, path + descriptor(Connection.class) + url(method), entry));
                    OF_RULE.forEach((method, entry) ->
                            judge(soft, who, visitor, path + descriptor(RepositoryRule.class) + url(method), entry));
                }
                OF_STEP.forEach((method, entry) -> judge(
                        soft, who, visitor, job.getUrl() + descriptor(AikidoConnectStep.class) + url(method), entry));
            }
            soft.assertAll();
        }
    }

    @Test
    void keepsTheConfigurationOutOfReachOfUrls(JenkinsRule jenkins) throws Exception {
        Administrator.addsCredentials();
        Administrator.saves(new Connection("secret-name", Shop.ORGANIZATION, "token-id", "client-id"));
        secure(jenkins);
        String configuration = descriptor(AikidoConfiguration.class);
        SoftAssertions soft = new SoftAssertions();

        for (Who who : EnumSet.of(Who.ANONYMOUS, Who.READER, Who.CONFIGURER)) {
            Visitor visitor = who == Who.ANONYMOUS ? Visitor.anonymous(jenkins) : Visitor.named(jenkins, who.name());
            for (String path : List.of("", "connections", "connections/0", "connections/0/name", "api/xml")) {
                WebResponse answer = visitor.get(configuration + path, Map.of("depth", "3"));
                soft.assertThat(answer.getStatusCode()).as(who + " " + path).isIn(403, 404);
                soft.assertThat(answer.getContentAsString())
                        .as(who + " " + path)
                        .doesNotContain("secret-name", "token-id");
            }
            for (String path : List.of("manage/configure", "configSubmit", configuration + "configure")) {
                soft.assertThat(visitor.post(path, Map.of("json", "{}")).getStatusCode())
                        .as(who + " " + path)
                        .isIn(403, 404);
            }
        }
        soft.assertAll();
        assertThat(AikidoConfiguration.get().getConnections()).hasSize(1);
    }

    private static void judge(SoftAssertions soft, Who who, Visitor visitor, String path, Entry entry) {
        try {
            soft.assertThat(visitor.get(path, entry.query()).getStatusCode())
                    .as(who + " GET " + path)
                    .isIn(403, 404, 405);
            soft.assertThat(visitor.postWithoutCrumb(path, entry.query()).getStatusCode())
                    .as(who + " without a crumb " + path)
                    .isIn(403, 404);
            WebResponse answer = visitor.post(path, entry.query());
            if (entry.told().contains(who)) {
                soft.assertThat(answer.getStatusCode()).as(who + " " + path).isEqualTo(200);
                soft.assertThat(answer.getContentAsString())
                        .as(who + " " + path)
                        .contains(entry.marker());
            } else {
                soft.assertThat(answer.getContentAsString())
                        .as(who + " " + path)
                        .doesNotContain(entry.marker());
            }
        } catch (IOException e) {
            soft.fail(who + " " + path, e);
        }
    }

    private static void secure(JenkinsRule jenkins) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to(Who.ADMINISTRATOR.name())
                // The overview gives nothing away through other methods.
                .grant(Jenkins.READ, Item.READ, AikidoOverview.VIEW)
                .everywhere()
                .to(Who.READER.name())
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
                .everywhere()
                .to(Who.CONFIGURER.name()));
    }

    private static String descriptor(Class<?> type) {
        return "descriptorByName/" + type.getName() + "/";
    }

    private static String url(String method) {
        return Character.toLowerCase(method.charAt(2)) + method.substring(3);
    }

    private static List<String> expected() {
        return Stream.of(
                        Stream.of("ConnectionMonitor.doDisable"), // MonitorsTest
                        OF_CONNECTION.keySet().stream()
                                .map(method -> ConnectionForm.class.getSimpleName() + "." + method),
                        OF_RULE.keySet().stream().map(method -> RepositoryRule.class.getSimpleName() + "." + method),
                        OF_STEP.keySet().stream().map(method -> StepForm.class.getSimpleName() + "." + method))
                .flatMap(each -> each)
                .toList();
    }

    private static List<String> webMethods() throws IOException, URISyntaxException {
        Path classes = Path.of(Connection.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .flatMap(PermissionMatrixTest::webMethods)
                    .toList();
        }
    }

    private static Stream<String> webMethods(String name) {
        try {
            Class<?> type = Class.forName(name, false, Connection.class.getClassLoader());
            Class<?> owner = type.getDeclaringClass() == null ? type : type.getDeclaringClass();
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(PermissionMatrixTest::isWebMethod)
                    .map(method -> owner.getSimpleName() + "." + method.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isWebMethod(Method method) {
        return method.getName().matches("(do|js)[A-Z].*")
                || method.isAnnotationPresent(WebMethod.class)
                || method.isAnnotationPresent(JavaScriptMethod.class);
    }

    private static Map.Entry<String, Entry> entry(String method, Set<Who> told, String marker, String... query) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < query.length; i += 2) {
            fields.put(query[i], query[i + 1]);
        }
        return Map.entry(method, new Entry(told, marker, fields));
    }
}
