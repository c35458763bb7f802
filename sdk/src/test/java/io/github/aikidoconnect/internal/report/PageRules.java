package io.github.aikidoconnect.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What every report's page keeps to, whatever is in it. */
public final class PageRules {

    /** What loads or sends something, or runs without being in the one script. */
    private static final Set<String> FORBIDDEN = Set.of(
            "src", "srcset", "background", "action", "formaction", "data", "poster", "ping", "style", "xlink:href");

    private PageRules() {}

    /** Returns the page of a report, read as a browser reads it. */
    public static Document page(ConnectReport report) {
        return verify(report.toHtml());
    }

    /** Returns the page, read as a browser reads it. */
    public static Document verify(String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = parser.parseInput(html, "");
        assertThat(parser.getErrors()).as("errors of the HTML").isEmpty();
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).isNotBlank();
        headings(page);
        tables(page);
        references(page);
        loadsNothing(page);
        assertThat(page.text()).doesNotContainPattern("[\\u0000-\\u0008\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]");
        assertThat(page.select(".badge"))
                .allSatisfy(badge -> assertThat(badge.ownText())
                        .as("a word beside sign and colour")
                        .isNotBlank());
        return page;
    }

    /** One h1, and no level is left out. */
    private static void headings(Document page) {
        assertThat(page.select("h1")).hasSize(1);
        int level = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int next = heading.normalName().charAt(1) - '0';
            assertThat(next).as(heading.outerHtml()).isLessThanOrEqualTo(level + 1);
            assertThat(heading.text()).isNotBlank();
            level = next;
        }
    }

    private static void tables(Document page) {
        for (Element table : page.select("table")) {
            assertThat(table.select("> caption").text()).isNotBlank();
            List<Element> head = table.select("> thead > tr > *");
            assertThat(head).allSatisfy(cell -> {
                assertThat(cell.normalName()).isEqualTo("th");
                assertThat(cell.attr("scope")).isEqualTo("col");
                assertThat(cell.text()).isNotBlank();
            });
            assertThat(table.select("> tbody > tr")).isNotEmpty().allSatisfy(row -> {
                assertThat(row.children()).hasSameSizeAs(head);
                assertThat(row.select("> th[scope=row]")).hasSize(1);
            });
            assertThat(table.select("table, thead, tbody, tr, th, td"))
                    .as("a role survives another display")
                    .allSatisfy(part -> assertThat(part.hasAttr("role")).isTrue());
        }
    }

    private static void references(Document page) {
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby")).isSubsetOf(ids);
        for (Element link : page.select("[href]")) {
            assertThat(link.normalName()).isEqualTo("a");
            String target = link.attr("href");
            if (target.startsWith("#")) {
                assertThat(ids).contains(target.substring(1));
            } else {
                assertThat(target).startsWith("https://");
                assertThat(link.attr("rel")).isEqualTo("noreferrer");
            }
        }
    }

    private static void loadsNothing(Document page) {
        assertThat(page.select("link, img, iframe, object, embed, form, base, audio, video, use, image, foreignObject"))
                .isEmpty();
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on").isNotIn(FORBIDDEN);
            }
        }
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy).startsWith("default-src 'none'; ");
        assertThat(policy).contains("style-src '" + hash(page, "style") + "';");
        assertThat(policy).contains("script-src '" + hash(page, "script") + "';");
        assertThat(page.select("style").outerHtml()).doesNotContain("url(h", "@import");
    }

    private static String hash(Document page, String name) {
        List<Element> elements = page.select(name);
        assertThat(elements).as(name).hasSize(1);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(elements.get(0).data().getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
