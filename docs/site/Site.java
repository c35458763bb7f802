import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prepares the pages of this repository for the site ({@code prepare}), and checks that each link of the finished site leads
 * somewhere ({@code check}). Runs in the folder of the site.
 */
public final class Site {

    private static final String REPOSITORY = "https://github.com/aikidoconnect/aikido-connect/blob/main/";
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Path SOURCE = Path.of("target/source").toAbsolutePath();
    private static final Path SITE = Path.of("target/site").toAbsolutePath();
    private static final Path GOALS = ROOT.resolve("maven-plugin/target/goals");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,4}) (.+)$");
    private static final Pattern FENCE = Pattern.compile("(?s)(^|\n)( *)```.*?\n *```");
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Pattern ANCHOR = Pattern.compile("(?:id|name)=\"([^\"]+)\"");

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("prepare")) {
            prepare();
            return;
        }
        copy(GOALS, SITE.resolve("goals"));
        List<String> dead = check();
        dead.forEach(System.err::println);
        System.out.println("Site: " + pages(SITE, ".html").size() + " pages, " + dead.size() + " dead links");
        System.exit(dead.isEmpty() ? 0 : 1);
    }

    private static void prepare() throws IOException {
        Path markdown = Files.createDirectories(SOURCE.resolve("markdown"));
        for (Path page : pages(DOCS, ".md")) {
            Files.writeString(markdown.resolve(page.getFileName()), converted(page, Files.readString(page)));
        }
        Path readme = ROOT.resolve("README.md");
        Files.writeString(markdown.resolve("index.md"), converted(readme, Files.readString(readme)));
        Files.copy(Path.of("site.xml"), SOURCE.resolve("site.xml"), StandardCopyOption.REPLACE_EXISTING);
        copy(DOCS.resolve("images"), SOURCE.resolve("resources/images"));
        for (Path schema : pages(DOCS, ".schema.json")) {
            Files.copy(schema, SOURCE.resolve("resources").resolve(schema.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Leaves code as it is. Outside of it, headings get GitHub's anchors, and links lead to the site or to the repository. */
    private static String converted(Path page, String text) {
        StringBuilder all = new StringBuilder();
        Matcher fence = FENCE.matcher(text);
        int end = 0;
        while (fence.find()) {
            all.append(prose(page, text.substring(end, fence.start()))).append(fence.group());
            end = fence.end();
        }
        return all.append(prose(page, text.substring(end))).toString();
    }

    private static String prose(Path page, String text) {
        String linked = LINK.matcher(text)
                .replaceAll(link -> Matcher.quoteReplacement("](" + target(page, link.group(1)) + ")"));
        return HEADING.matcher(linked)
                .replaceAll(heading -> Matcher.quoteReplacement(
                        "<a id=\"" + anchor(heading.group(2)) + "\"></a>\n\n" + heading.group()));
    }

    private static String target(Path page, String link) {
        if (link.startsWith("#") || link.matches("[a-z]+:.*")) {
            return link;
        }
        String[] parts = link.split("#", 2);
        String anchor = parts.length > 1 ? "#" + parts[1] : "";
        Path file = page.resolveSibling(parts[0]).normalize();
        if (file.equals(ROOT.resolve("README.md"))) {
            return "index.html" + anchor;
        }
        if (!file.startsWith(DOCS)) {
            return REPOSITORY + ROOT.relativize(file).toString().replace('\\', '/') + anchor;
        }
        return DOCS.relativize(file).toString().replace('\\', '/').replaceFirst("\\.md$", ".html") + anchor;
    }

    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    private static List<String> check() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages(SITE, ".html")) {
            for (String link : found(REFERENCE, Files.readString(page))) {
                if (!link.matches("[a-z]+:.*|//.*|#") && !exists(page, link)) {
                    dead.add(SITE.relativize(page) + " links to " + link + ", which is not there");
                }
            }
        }
        for (String page : List.of("index.html", "start.html", "goals/connect-mojo.html")) {
            if (!Files.exists(SITE.resolve(page))) {
                dead.add("the site lacks " + page);
            }
        }
        return dead;
    }

    private static boolean exists(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0].replaceFirst("\\?.*", "")).normalize();
        return Files.exists(target) && (parts.length == 1 || found(ANCHOR, Files.readString(target)).contains(parts[1]));
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new HashSet<>();
        pattern.matcher(text).results().forEach(result -> found.add(result.group(1)));
        return found;
    }

    private static List<Path> pages(Path folder, String ending) throws IOException {
        try (Stream<Path> files = folder.equals(SITE) ? Files.walk(folder) : Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                Path copy = to.resolve(from.relativize(file).toString());
                try {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
