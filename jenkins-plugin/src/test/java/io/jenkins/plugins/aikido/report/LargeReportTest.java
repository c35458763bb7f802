package io.jenkins.plugins.aikido.report;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Run;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.LargeShop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTableRow;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The report of a large project must be readable, for people and for their browsers. */
@WithJenkins
class LargeReportTest {

    private static final int REPOSITORIES = 3_000;

    @Test
    void isPagedAndFilteredAndShowsChangesFirst(JenkinsRule jenkins) throws Exception {
        try (LargeShop shop = LargeShop.start(scenario())) {
            Run<?, ?> build = shop.connectsIn(jenkins);

            HtmlPage first = page(jenkins, build, "");
            assertThat(first.getWebResponse().getContentAsString()).hasSizeLessThan(250_000);
            assertThat(rows(first)).hasSize(100);
            assertThat(rows(first).subList(0, 3)).allMatch(row -> row.contains("planned"));
            assertThat(rows(first).get(3)).contains("$/Shop Front", "skip");
            assertThat(rows(first).get(4)).contains("r1", "none");
            assertThat(first.asNormalizedText()).contains("Repositories (3004)", "Page 1 of 31");

            HtmlPage last = page(jenkins, build, "?table=1&page=31");
            assertThat(rows(last)).hasSize(4).last().asString().contains("r3000");
            assertThat(last.getAnchorByText("Previous").getHrefAttribute()).contains("page=30");

            HtmlPage filtered = page(jenkins, build, "?table=1&filter=R299");
            assertThat(rows(filtered)).hasSize(11).allMatch(row -> row.contains("r299"));

            HtmlPage evil = page(jenkins, build, "?table=1&filter=%3Cscript%3Ealert(1)&page=-5");
            assertThat(evil.getWebResponse().getContentAsString()).doesNotContain("<script>alert");
            assertThat(rows(evil)).isEmpty();
        }
    }

    @Test
    void isStoredOnceAndNotReadForTheBuildsAndTheJobsPage(JenkinsRule jenkins) throws Exception {
        try (LargeShop shop = LargeShop.start(scenario())) {
            Run<?, ?> build = shop.connectsIn(jenkins);
            List<Path> stored = stored(build);
            assertThat(stored).hasSize(1);
            Files.delete(stored.get(0));

            for (String path : List.of(build.getUrl(), build.getParent().getUrl())) {
                assertThat(jenkins.createWebClient().goTo(path).asNormalizedText())
                        .contains(
                                "Aikido connect: Shop Front (dry run)",
                                "3,004 repositories found",
                                "3,000 already monitored");
            }
            assertThat(page(jenkins, build, "").asNormalizedText()).contains("The report was deleted");
        }
    }

    private static List<Path> stored(Run<?, ?> build) throws Exception {
        try (Stream<Path> files = Files.walk(build.getRootDir().toPath())) {
            return files.filter(file -> file.getFileName().toString().equals("connect-report.json"))
                    .toList();
        }
    }

    private static HtmlPage page(JenkinsRule jenkins, Run<?, ?> build, String query) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        client.getOptions().setJavaScriptEnabled(false);
        return client.goTo(build.getUrl() + "aikido/" + query);
    }

    private static List<String> rows(HtmlPage page) {
        return page.<HtmlTableRow>getByXPath("//table[contains(@class, 'aikido-repositories')]/tbody/tr").stream()
                .map(DomNode::asNormalizedText)
                .toList();
    }

    /** Everything is monitored but the last three. */
    private static Scenario scenario() {
        List<GitRepository> repositories = IntStream.rangeClosed(1, REPOSITORIES + 3)
                .mapToObj(i -> GitRepository.of("r" + i))
                .toList();
        List<CodeRepository> listed = IntStream.rangeClosed(1, REPOSITORIES + 3)
                .mapToObj(i -> CodeRepository.of(
                        i,
                        "r" + i,
                        i <= REPOSITORIES,
                        repositories.get(i - 1).id(),
                        "https://dev.azure.com/contoso/Shop%20Front/_git/r" + i))
                .toList();
        return Scenario.shop()
                .project(Shop.PROJECT, project -> project.withRepositories(repositories))
                .workspace(workspace -> workspace.withRepositories(listed).withCallsPerWindow(1_000));
    }
}
