package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.contract.SecretSearch;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class TestConnectionTest {

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void showsEachCheckTheWorkspaceAndHowMuchTheTokenSees(JenkinsRule jenkins) throws Exception {
        HtmlPage page = test(jenkins, Scenario.shop());

        assertThat(page.asNormalizedText())
                .contains(
                        "The connection works",
                        "Shop, linked to the organization contoso",
                        "2 projects with 8 Git repositories");
        assertThat(rows(page, "passed"))
                .anyMatch(row -> row.contains("Code") && row.contains("Read"))
                .anyMatch(row -> row.contains("Member Entitlement Management"))
                .anyMatch(row -> row.contains("Project and Team"))
                .anyMatch(row -> row.contains("User Profile"));
        assertThat(rows(page, "failed")).isEmpty();
    }

    @Test
    void saysOfEachMissingScopeWhatToDo(JenkinsRule jenkins) throws Exception {
        HtmlPage page =
                test(jenkins, Scenario.shop().token(token -> token.withScopes(List.of("vso.project", "vso.profile"))));

        assertThat(page.asNormalizedText()).contains("does not work");
        assertThat(rows(page, "failed"))
                .anyMatch(row -> row.contains("Member Entitlement Management"))
                .anyMatch(row -> row.contains("Code"))
                .hasSize(2);
        assertThat(rows(page, "passed")).anyMatch(row -> row.contains("User Profile"));
    }

    @Test
    void namesTheFieldOfThePageThatIsWrong(JenkinsRule jenkins) throws Exception {
        HtmlPage page = test(jenkins, Scenario.shop().client(client -> client.withSecret("another")));

        assertThat(rows(page, "failed"))
                .singleElement()
                .asString()
                .contains("rejected the id and secret")
                .contains("API client");
    }

    @Test
    void saysWhichFieldKeepsItFromBeginningAndWhatToDo(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        Map<Map<String, String>, List<String>> mistakes = Map.of(
                Map.of("organization", "", "tokenCredentialsId", "", "clientCredentialsId", ""),
                List.of("The Azure DevOps organization was not specified", "The personal access token", "the field"),
                Map.of("azureUrl", "nonsense"),
                List.of("nonsense", "Azure DevOps Server URL"),
                Map.of("region", "moon"),
                List.of("moon", "Aikido region", "eu, us, au, me"),
                Map.of("callsPerMinute", "many"),
                List.of("Calls per minute", "from 1 to 10000"),
                Map.of("tokenCredentialsId", "gone"),
                List.of("was not found, or its kind is not", "Personal access token"));

        for (Map.Entry<Map<String, String>, List<String>> mistake : mistakes.entrySet()) {
            String shown = text(Visitor.anonymous(jenkins).testsTheConnection(services, mistake.getKey()));

            assertThat(shown)
                    .as(mistake.getKey().toString())
                    .contains("does not work")
                    .contains(mistake.getValue());
        }
        assertThat(services.exchanges()).isEmpty();
    }

    /** The button sends only the fields that its tag names. A missing field would have its default value in the test. */
    @Test
    void theButtonSendsEveryFieldThatARunUses() throws Exception {
        String form = Files.readString(
                Path.of("src/main/resources/io/jenkins/plugins/aikido/connection/Connection/config.jelly"));
        Set<String> fields = new TreeSet<>();
        Matcher field = Pattern.compile("field=\"(\\w+)\"").matcher(form);
        while (field.find()) {
            fields.add(field.group(1));
        }
        fields.removeAll(Set.of(
                "jobs",
                "projects",
                "allowPrune",
                "pruneLimit",
                "tokenExpires",
                "keepConnected",
                "keepGoal",
                "keepProjects",
                "settings",
                "createTeams",
                "allowSettings"));
        Matcher with = Pattern.compile("with=\"([^\"]+)\"").matcher(form);

        assertThat(with.find()).isTrue();
        assertThat(with.group(1).split(",")).containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void judgesTheScopesByWhetherTheTokenIsHandedOver(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop()
                .client(client ->
                        client.withScopes(List.of("basics:read", "repositories:read", "repositories:write"))));

        String always = text(Visitor.anonymous(jenkins).testsTheConnection(services, Map.of("handover", "always")));
        String never = text(Visitor.anonymous(jenkins).testsTheConnection(services, Map.of("handover", "never")));

        assertThat(always).contains("access_tokens:write");
        assertThat(never).contains("The connection works.").doesNotContain("access_tokens:write");
    }

    @Test
    void writesNothing(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());

        Visitor.anonymous(jenkins).testsTheConnection(services);

        assertThat(services.exchanges()).isNotEmpty();
        assertThat(services.writes()).isEmpty();
    }

    @Test
    void offersTheTraceOfTheTestOnlyWhereItWasAskedFor(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());

        assertThat(Visitor.anonymous(jenkins).testsTheConnection(services)).doesNotContain("download=");
        String recorded = Visitor.anonymous(jenkins).testsTheConnection(services, true);

        Matcher link = Pattern.compile("href=\"data:application/json;base64,([^\"]+)\"")
                .matcher(recorded);
        assertThat(link.find()).as(recorded).isTrue();
        String har = new String(Base64.getDecoder().decode(link.group(1)), StandardCharsets.UTF_8);
        assertThat(har).contains("\"version\" : \"1.2\"", "/_apis/connectionData", "Basic ******");
        assertThat(SecretSearch.of(Shop.TOKEN, Shop.CLIENT_SECRET).in(har)).isEmpty();
    }

    private HtmlPage test(JenkinsRule jenkins, Scenario scenario) throws Exception {
        return page(Visitor.anonymous(jenkins).testsTheConnection(simulated.connect(scenario)));
    }

    /** Returns what a person reads. */
    private static String text(String answer) throws Exception {
        return page(answer).asNormalizedText();
    }

    private static HtmlPage page(String answer) throws Exception {
        try (WebClient browser = new WebClient()) {
            return browser.loadHtmlCodeIntoCurrentWindow("<!DOCTYPE html><body>" + answer);
        }
    }

    private static List<String> rows(HtmlPage page, String verdict) {
        return page.<HtmlTableRow>getByXPath("//tbody/tr[contains(normalize-space(.), '" + verdict + "')]").stream()
                .map(DomNode::asNormalizedText)
                .filter(row -> row.strip().startsWith(verdict))
                .toList();
    }
}
