import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Looks at what {@code mvn -Prelease -Dgpg.skip verify} made: what Maven Central would get, and refuse if it lacked something. */
public final class CheckRelease {

    /** https://central.sonatype.org/publish/requirements, read on 2026-11-28. */
    private static final List<String> REQUIRED = List.of(
            "name", "description", "url", "licenses/license/name", "licenses/license/url", "developers/developer/name",
            "scm/connection", "scm/developerConnection", "scm/url");

    private final List<String> mistakes = new ArrayList<>();
    private int checked;

    public static void main(String[] arguments) throws Exception {
        CheckRelease check = new CheckRelease();
        check.run();
        check.mistakes.forEach(System.err::println);
        System.out.println("Release: " + (check.checked - check.mistakes.size()) + " passed, " + check.mistakes.size() + " failed");
        System.exit(check.mistakes.isEmpty() ? 0 : 1);
    }

    private void run() throws Exception {
        Document parent = pom(Path.of("target/.flattened-pom.xml"));
        String version = text(parent, "version");
        expect(version.matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), "the version \"" + version + "\" is not a version");
        for (String element : REQUIRED) {
            expect(!text(parent, element).isBlank(), "the parent lacks <" + element + ">");
        }
        for (String element : List.of("issueManagement/url", "ciManagement/url")) {
            expect(!text(parent, element).isBlank(), "the parent lacks <" + element + ">");
        }

        Module sdk = new Module("sdk", "aikido-connect-sdk", version);
        published(sdk);
        expect(sdk.entries("").contains("module-info.class"), "the SDK's jar has no module descriptor");
        expect(sdk.entries("").stream().noneMatch(it -> it.startsWith("org/azd/")), "azd is in the SDK's jar under its own name");
        expect(Files.readString(Path.of("sdk/target/bom.json")).contains("\"azd\""), "the SDK's bill of materials lacks azd");
        Set<String> documented = sdk.entries("-javadoc");
        expect(documented.contains("io/github/aikidoconnect/AikidoConnect.html"), "the Javadoc of the SDK lacks its entry point");
        expect(documented.stream().noneMatch(it -> it.contains("/internal/")), "the Javadoc of the SDK shows internal packages");
        expect(
                dependencies(sdk)
                        .equals(Set.of(
                                "com.fasterxml.jackson.core:jackson-databind",
                                "com.microsoft.azure:msal4j",
                                "org.jspecify:jspecify",
                                "org.slf4j:slf4j-api")),
                "the SDK depends on " + dependencies(sdk));

        Module plugin = new Module("maven-plugin", "aikido-maven-plugin", version);
        published(plugin);
        expect(plugin.entries("").contains("META-INF/maven/plugin.xml"), "the Maven plugin has no descriptor");
        expect(dependencies(plugin).contains("io.github.aikidoconnect:aikido-connect-sdk"), "the Maven plugin does not depend on the SDK");

        for (String example : List.of("simulator", "contract", "benchmark", "quickstart")) {
            Path folder = Path.of("examples", example);
            expect(
                    text(pom(folder.resolve("pom.xml")), "properties/maven.deploy.skip").equals("true"),
                    "examples/" + example + " would be deployed");
            expect(
                    Files.readString(Path.of("pom.xml")).contains("<excludeArtifact>aikido-connect-examples-" + example + "</excludeArtifact>"),
                    "examples/" + example + " would be published");
            expect(files(folder.resolve("target"), ".*-(sources|javadoc|cyclonedx)\\..*").isEmpty(),
                    "examples/" + example + " has files that are made for publishing only");
        }
    }

    private void published(Module module) throws Exception {
        Document pom = pom(module.folder().resolve("target/.flattened-pom.xml"));
        String xml = Files.readString(module.folder().resolve("target/.flattened-pom.xml"));
        expect(!xml.contains("${revision}"), "the pom of " + module.artifactId() + " does not name its version");
        expect(text(pom, "parent/version").equals(module.version()), "the pom of " + module.artifactId() + " has another parent");
        expect(!text(pom, "name").isBlank() && !text(pom, "description").isBlank(),
                "the pom of " + module.artifactId() + " lacks a name or a description");
        Set<String> classes = module.entries("");
        expect(classes.stream().anyMatch(it -> it.endsWith(".class")), module.artifactId() + " has no classes");
        expect(classes.stream().noneMatch(it -> it.startsWith("io/github/aikidoconnect/simulator/")),
                module.artifactId() + " has the simulator in it");
        expect(module.entries("-sources").stream().anyMatch(it -> it.endsWith(".java")), module.artifactId() + " has no sources");
        expect(module.entries("-javadoc").contains("index.html"), module.artifactId() + " has no Javadoc");
        Path bill = module.folder().resolve("target/bom.json");
        String materials = Files.exists(bill) ? Files.readString(bill) : "";
        expect(materials.contains("\"CycloneDX\"") && materials.contains("jackson-databind"),
                module.artifactId() + " has no bill of materials");
        expect(!materials.contains("junit"), "the bill of materials of " + module.artifactId() + " has test libraries");
    }

    private void expect(boolean holds, String mistake) {
        checked++;
        if (!holds) {
            mistakes.add(mistake);
        }
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name)).toList();
        }
    }

    /** What its users get: neither test libraries nor what is only provided. */
    private static Set<String> dependencies(Module module) throws Exception {
        Set<String> all = new TreeSet<>();
        for (Path pom : List.of(Path.of("pom.xml"), module.folder().resolve("pom.xml"))) {
            for (Element dependency : children(pom(pom).getDocumentElement(), "dependencies", "dependency")) {
                String scope = text(dependency, "scope");
                if (scope.isEmpty() || scope.equals("compile") || scope.equals("runtime")) {
                    all.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId"));
                }
            }
        }
        return all;
    }

    private static Document pom(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    private static String text(Document pom, String path) {
        return text(pom.getDocumentElement(), path);
    }

    private static String text(Element element, String path) {
        List<Element> found = children(element, path.split("/"));
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }

    private static List<Element> children(Element element, String... path) {
        List<Element> found = List.of(element);
        for (String name : path) {
            found = found.stream().flatMap(it -> children(it, name).stream()).toList();
        }
        return found;
    }

    private static List<Element> children(Element element, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element it && it.getTagName().equals(name)) {
                found.add(it);
            }
        }
        return found;
    }

    private record Module(String folderName, String artifactId, String version) {
        Path folder() {
            return Path.of(folderName);
        }

        Set<String> entries(String classifier) throws IOException {
            Path jar = folder().resolve("target").resolve(artifactId + "-" + version + classifier + ".jar");
            if (!Files.exists(jar)) {
                return Set.of();
            }
            try (ZipFile file = new ZipFile(jar.toFile())) {
                return file.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
            }
        }
    }
}
