package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that people read lead to pages, headings, files and versions that exist. */
class PagesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");
    private static final Pattern VERSION = Pattern.compile(
            "(?:aikido-maven-plugin:|aikido-connect-sdk:|-Drevision=|<aikido-connect\\.version>)(\\d[\\w.-]*\\w)");

    @ParameterizedTest
    @MethodSource("pages")
    void aPageLinksToWhatExists(Path page) throws IOException {
        assertThat(deadLinks(page, Files.readString(page))).isEmpty();
    }

    @Test
    void findsADeadLink() throws IOException {
        Path page = ROOT.resolve("README.md");

        assertThat(deadLinks(
                        page, "[a](docs/tokens.md#rotate) [b](docs/tokns.md) [c](docs/tokens.md#rotat) ![d](d.png)"))
                .containsExactly("docs/tokns.md", "docs/tokens.md#rotat", "d.png");
    }

    @ParameterizedTest
    @MethodSource("textsWithVersions")
    void namesTheVersionThatThisBuildReleases(Path file) throws IOException {
        assertThat(VERSION.matcher(Files.readString(file)).results().map(result -> result.group(1)))
                .allSatisfy(version -> assertThat(release(version)).isEqualTo(release(version())));
    }

    @Test
    void theReadmeNamesTheReleaseAndNoSnapshot() throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains("aikido-maven-plugin:" + release(version()), "aikido-connect-sdk:" + release(version()))
                .doesNotContain("SNAPSHOT");
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(150);
    }

    private static String version() throws IOException {
        Properties build = new Properties();
        try (InputStream in = PagesTest.class.getResourceAsStream("/it.properties")) {
            build.load(in);
        }
        return build.getProperty("version");
    }

    private static String release(String version) {
        return version.replace("-SNAPSHOT", "");
    }

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(files(".*\\.md"));
        pages.add(ROOT.resolve("sdk/src/test/README.md"));
        return pages;
    }

    static List<Path> textsWithVersions() throws IOException {
        List<Path> texts = new ArrayList<>(files(".*\\.(md|yml|java)"));
        texts.add(ROOT.resolve("jenkins-plugin/pom.xml"));
        texts.removeIf(file -> file.toString().contains("CHANGELOG"));
        return texts;
    }

    private static List<Path> files(String name) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of(".", "docs", "examples", "jenkins-plugin", ".github")) {
            int depth = folder.equals("docs") || folder.equals("examples") || folder.equals(".github") ? 4 : 1;
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder).normalize(), depth)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> file.getFileName().toString().matches(name))
                        .filter(file ->
                                !ROOT.relativize(file).toString().matches(".*\\b(target|src|node_modules)\\b.*"))
                        .forEach(found::add);
            }
        }
        return found.stream().distinct().sorted().toList();
    }

    private static List<String> deadLinks(Path page, String text) throws IOException {
        List<String> dead = new ArrayList<>();
        for (String link : links(parse(text))) {
            if (!link.matches("[a-z]+:.*") && !leadsSomewhere(page, link)) {
                dead.add(link);
            }
        }
        return dead;
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? page
                : page.resolveSibling(parts[0].replace("%20", " ")).normalize();
        return Files.exists(target)
                && (parts.length == 1 || anchors(Files.readString(target)).contains(parts[1]));
    }

    private static Node parse(String text) {
        return Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(text);
    }

    private static List<String> links(Node page) {
        List<String> links = new ArrayList<>();
        page.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                links.add(image.getDestination());
            }
        });
        return links;
    }

    /** Headings get their anchors as GitHub makes them. */
    private static Set<String> anchors(String text) {
        Set<String> anchors = new HashSet<>();
        parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                String base = words(heading)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-');
                String anchor = base;
                for (int n = 1; !anchors.add(anchor); n++) {
                    anchor = base + "-" + n;
                }
            }
        });
        ANCHOR.matcher(text).results().map(result -> result.group(1)).forEach(anchors::add);
        return anchors;
    }

    private static String words(Node heading) {
        StringBuilder words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                words.append(' ');
            }
        });
        return words.toString();
    }
}
