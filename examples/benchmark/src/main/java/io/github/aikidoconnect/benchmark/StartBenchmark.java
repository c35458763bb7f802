package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Measures the time that a check adds to an empty Maven build, and the size of the plugin. */
final class StartBenchmark implements Benchmark {

    private static final int REPETITIONS = 7;
    private static final String PLUGIN = "io.github.aikidoconnect:aikido-maven-plugin:";
    private static final Pattern INCLUDED =
            Pattern.compile("Included: ([^:\\s]+):([^:\\s]+):jar:(?:[^:\\s]+:)?([^:\\s]+)$");
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>empty</groupId>
              <artifactId>empty</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
            </project>
            """;

    private final Path directory;
    private final Path repository = Path.of(System.getProperty("benchmark.plugin", ""));
    private final String version = System.getProperty("benchmark.version", "");

    StartBenchmark(Path directory) {
        this.directory = directory.resolve("start");
    }

    @Override
    public void run(Results results) throws IOException, InterruptedException {
        prepare();
        try (Simulator simulator =
                Simulator.start(Scenario.shop().workspace(workspace -> workspace.withCallsPerWindow(100_000)))) {
            List<String> check = List.of(
                    PLUGIN + version + ":check",
                    "-Daikido.azure.url=" + simulator.azureUrl(),
                    "-Daikido.url=" + simulator.aikidoUrl(),
                    "-Daikido.azure.organization=" + Shop.ORGANIZATION,
                    "-Daikido.azure.project=" + Shop.PROJECT,
                    "-Daikido.callsPerMinute=10000");
            start(
                    results,
                    List.of(
                            new Goal("an empty project's validate", List.of("validate")),
                            new Goal("aikido:check that is skipped", List.of(check.get(0), "-Daikido.skip")),
                            new Goal("aikido:check", check)));
            size(results, check);
        }
    }

    private void prepare() throws IOException {
        Files.createDirectories(directory.resolve(".mvn"));
        Files.writeString(directory.resolve("pom.xml"), POM);
        // Artifacts that are not in the plugin's repository come from that of this build, not from a network.
        Files.writeString(directory.resolve("settings.xml"), """
                <settings>
                  <mirrors>
                    <mirror>
                      <id>build</id>
                      <mirrorOf>*</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(
                        Path.of(System.getProperty("benchmark.repository")).toUri()));
    }

    private void start(Results results, List<Goal> goals) throws IOException, InterruptedException {
        results.heading("Start");
        for (int i = 0; i < REPETITIONS; i++) {
            // The goals run alternately, so that other load on the machine affects all equally.
            for (Goal goal : goals) {
                long start = System.nanoTime();
                goal.processor().add((double) maven(goal.arguments(), "").toMillis());
                goal.wall().add((System.nanoTime() - start) / 1e6);
            }
        }
        results.columns(
                "goal",
                "ms",
                "ratio",
                "ms of processor",
                "ratio",
                "classes",
                "of these the plugin's and its libraries'");
        Goal empty = goals.get(0);
        for (Goal goal : goals) {
            List<String> classes = classes(goal.arguments());
            results.row(
                    goal.name(),
                    "%.0f".formatted(median(goal.wall())),
                    "%.2f".formatted(median(goal.wall()) / median(empty.wall())),
                    "%.0f".formatted(median(goal.processor())),
                    "%.2f".formatted(median(goal.processor()) / median(empty.processor())),
                    classes.size(),
                    classes.stream().filter(this::isOfThePlugin).count());
        }
    }

    private record Goal(String name, List<String> arguments, List<Double> wall, List<Double> processor) {

        Goal(String name, List<String> arguments) {
            this(name, arguments, new ArrayList<>(), new ArrayList<>());
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private boolean isOfThePlugin(String line) {
        return line.contains(repository.toString());
    }

    /** Returns the lines of the JVM with the source of each loaded class. */
    private List<String> classes(List<String> goal) throws IOException, InterruptedException {
        Path log = directory.resolve("classes.log");
        maven(goal, "-Xshare:auto -Xlog:class+load:file=" + log + "::filecount=0");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: ")).toList();
        }
    }

    private void size(Results results, List<String> check) throws IOException, InterruptedException {
        results.heading("Size");
        List<String> debugging = new ArrayList<>(check);
        debugging.add("-X");
        maven(debugging, "");
        results.columns("jar", "KiB");
        long sum = 0;
        for (String line : Files.readAllLines(output())) {
            Matcher included = INCLUDED.matcher(line);
            if (included.find()) {
                String artifact = included.group(2);
                Path jar = repository.resolve(Path.of(
                        included.group(1).replace('.', '/'),
                        artifact,
                        included.group(3),
                        artifact + "-" + included.group(3) + ".jar"));
                sum += Files.size(jar);
                results.row(jar.getFileName(), Files.size(jar) / 1024);
            }
        }
        results.row("together", sum / 1024);
    }

    private Duration maven(List<String> arguments, String options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("benchmark.maven"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-s",
                "settings.xml",
                "-Dmaven.repo.local=" + repository));
        command.addAll(arguments);
        Map<String, String> environment = Map.of(
                "MAVEN_OPTS",
                options,
                "AZURE_DEVOPS_EXT_PAT",
                Shop.TOKEN,
                "AIKIDO_CLIENT_ID",
                Shop.CLIENT_ID,
                "AIKIDO_CLIENT_SECRET",
                Shop.CLIENT_SECRET);
        return Child.processorTime(command, directory, environment, output());
    }

    private Path output() {
        return directory.resolve("maven.log");
    }
}
