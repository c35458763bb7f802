import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Connects a project of an offline Azure DevOps to an offline Aikido, twice, and shows what Maven prints. With
 * {@code --jenkins}, starts a Jenkins that has the plugin and a job instead.
 *
 * <p>The scripts {@code run} and {@code run.cmd} start it in the root of the repository, without compiling it first, so that every
 * system runs the same program.
 */
public final class Quickstart {

    private static final String USAGE = """
            Usage: examples/quickstart/run [--jenkins]
              --jenkins   start a Jenkins with the plugin and a job, instead of running the Maven goals;
                          this installs the SDK into the local repository of Maven
            """;

    private static final Path REPORTS = Path.of("examples", "quickstart", "target", "aikido");
    private static final Path HOME = Path.of("examples", "quickstart", "target", "jenkins-home");

    /** The simulator's own credentials, worth nothing anywhere else. Real ones come from the pipeline's secret store. */
    private static final Map<String, String> CREDENTIALS = Map.of(
            "AZURE_DEVOPS_EXT_PAT",
            "fakeTokenNotASecretgood" + "x".repeat(53) + "AZDOFAKE",
            "AIKIDO_CLIENT_ID",
            "AIK_CLIENT_fake_shop",
            "AIKIDO_CLIENT_SECRET",
            "AIK_SECRET_fake_shop_not_a_secret");

    private static final Pattern JENKINS_ARTIFACT =
            Pattern.compile("(?:org\\.jenkins-ci|io\\.jenkins|org\\.jenkinsci|org\\.kohsuke)[\\w.-]*(?::[\\w.-]+)+");
    private static final Pattern UNRESOLVED =
            Pattern.compile("Non-resolvable|Could not (find|transfer) artifact|could not be resolved|Unresolveable build extension");
    private static final Pattern MAVEN = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)\\.(\\d+)");

    private final Path work;

    private Quickstart(Path work) {
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments);
        if (!options.isEmpty() && !options.equals(List.of("--jenkins"))) {
            System.err.print(USAGE);
            System.exit(2);
        }
        Path work = Files.createTempDirectory("quickstart");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(work)));
        Quickstart quickstart = new Quickstart(work);
        try {
            if (options.isEmpty()) {
                quickstart.runGoals();
            } else {
                quickstart.runJenkins();
            }
        } catch (Failure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void runGoals() throws IOException, InterruptedException {
        System.out.println("Building; the first time, Maven downloads what it needs ...");
        quietly(maven("-q", "-pl", "examples/simulator,maven-plugin", "-am", "package", "-DskipTests", "-Dspotless.check.skip"));
        int port = startSimulator(900);

        System.out.println();
        System.out.println("$ mvn aikido:connect -Daikido.azure.organization=contoso -Daikido.azure.project=\"Shop Front\"");
        connect(port, "connect-report");
        System.out.println();
        System.out.println("Once more: nothing is left to do.");
        connect(port, "second-report");
        System.out.println();
        System.out.println("Open the page of the first run in a browser: " + REPORTS.resolve("connect-report.html").toUri());
    }

    /** Shows only the plugin's output: everything else that Maven prints is about this repository's own build. */
    private void connect(int port, String report) throws IOException, InterruptedException {
        run(maven(
                "-q", "-Dstyle.color=never", "-Pquickstart", "-pl", "examples/quickstart", "-am", "package",
                "-DskipTests", "-Dspotless.check.skip", "-Dorg.slf4j.simpleLogger.log.io.github.aikidoconnect=info",
                "-Daikido.azure.organization=contoso", "-Daikido.azure.project=Shop Front",
                "-Daikido.reportFile=" + REPORTS.resolve(report + ".json").toAbsolutePath(),
                "-Daikido.azure.url=http://127.0.0.1:" + port + "/azure",
                "-Daikido.url=http://127.0.0.1:" + port + "/aikido"));
    }

    private void runJenkins() throws IOException, InterruptedException {
        Matcher version = MAVEN.matcher(output(maven("--version")));
        if (!version.find() || Arrays.compare(numbers(version), new int[] {3, 9, 6}) < 0) {
            throw new Failure("The Jenkins plugin was not built: it needs Maven 3.9.6 or newer. Put it on the PATH.");
        }
        if (Runtime.version().feature() < 21) {
            throw new Failure("The Jenkins plugin was not built: it needs JDK 21 or newer. Set JAVA_HOME to one.");
        }
        System.out.println("Building the Jenkins plugin; the first time, Maven downloads Jenkins ...");
        Path log = work.resolve("jenkins.log");
        if (wait(maven("-Pjenkins", "install", "-DskipTests", "-Dspotless.check.skip").redirectOutput(log.toFile())) != 0) {
            String text = Files.readString(log);
            String artifact = JENKINS_ARTIFACT.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !name.startsWith("io.jenkins.plugins:aikido-connect"))
                    .findFirst()
                    .orElse(null);
            if (artifact == null || !UNRESOLVED.matcher(text).find()) {
                throw new Failure(text);
            }
            throw new Failure("Jenkins was not started: " + artifact + " was not found. This machine needs access to"
                    + " https://repo.jenkins-ci.org/public/, or to a mirror of it in Maven's settings.xml.");
        }
        int port = startSimulator(8 * 3600);
        Path job = Files.createDirectories(HOME.resolve("jobs").resolve("aikido-shop-front"));
        Files.copy(
                Path.of("examples", "jenkins", "pipeline-job.xml"),
                job.resolve("config.xml"),
                StandardCopyOption.REPLACE_EXISTING);

        System.out.println("When Jenkins is \"fully up and running\", open http://localhost:8080/jenkins/job/aikido-shop-front/"
                + " and click Build Now. Press Ctrl+C to stop it.");
        ProcessBuilder jenkins = maven("-f", "jenkins-plugin/pom.xml", "hpi:run", "-DjenkinsHome=" + HOME.toAbsolutePath());
        jenkins.environment().put("CASC_JENKINS_CONFIG", Path.of("examples", "jenkins", "jenkins.yaml").toAbsolutePath().toString());
        jenkins.environment().put("AZURE_DEVOPS_URL", "http://127.0.0.1:" + port + "/azure");
        jenkins.environment().put("AIKIDO_URL", "http://127.0.0.1:" + port + "/aikido");
        run(jenkins);
    }

    private int startSimulator(int seconds) throws IOException, InterruptedException {
        Path port = work.resolve("port");
        Path log = work.resolve("simulator.log");
        Process simulator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar", simulatorJar(), "--port-file", port.toString(), "--exit-after", String.valueOf(seconds))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::destroy));
        while (!Files.exists(port) || Files.size(port) == 0) {
            if (!simulator.isAlive()) {
                throw new Failure(Files.readString(log));
            }
            Thread.sleep(200);
        }
        return Integer.parseInt(Files.readString(port).strip());
    }

    private static String simulatorJar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples", "simulator", "target"))) {
            return files.map(Path::toString)
                    .filter(name -> name.matches(".*aikido-connect-examples-simulator-[^/\\\\]*(?<!-sources|-javadoc)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new Failure("The build made no simulator."));
        }
    }

    private static ProcessBuilder maven(String... arguments) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        List<String> command = new ArrayList<>(List.of(windows ? "mvn.cmd" : "mvn", "-B", "-ntp"));
        command.addAll(List.of(arguments));
        ProcessBuilder maven = new ProcessBuilder(command).redirectErrorStream(true);
        maven.environment().putAll(CREDENTIALS);
        return maven;
    }

    private void quietly(ProcessBuilder command) throws IOException, InterruptedException {
        Path log = work.resolve("log");
        if (wait(command.redirectOutput(log.toFile())) != 0) {
            throw new Failure(Files.readString(log));
        }
    }

    private String output(ProcessBuilder command) throws IOException, InterruptedException {
        Path log = work.resolve("output");
        wait(command.redirectOutput(log.toFile()));
        return Files.readString(log);
    }

    private static void run(ProcessBuilder command) throws IOException, InterruptedException {
        int status = wait(command.redirectErrorStream(false).inheritIO());
        if (status != 0) {
            throw new Failure("Maven ended with status " + status + ".");
        }
    }

    private static int wait(ProcessBuilder command) throws IOException, InterruptedException {
        Process process;
        try {
            process = command.start();
        } catch (IOException e) {
            throw new Failure("Maven was not found. Install it, and put its folder \"bin\" on the PATH.");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }

    private static int[] numbers(Matcher version) {
        return IntStream.rangeClosed(1, 3).map(part -> Integer.parseInt(version.group(part))).toArray();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // It is a temporary folder, which the system deletes in time.
        }
    }

    private static final class Failure extends RuntimeException {
        Failure(String message) {
            super(message);
        }
    }
}
