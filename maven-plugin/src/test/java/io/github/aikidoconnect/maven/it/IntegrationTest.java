package io.github.aikidoconnect.maven.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.aikidoconnect.contract.Contract;
import io.github.aikidoconnect.contract.SecretSearch;
import io.github.aikidoconnect.maven.proxy.ForwardProxy;
import io.github.aikidoconnect.simulator.Certificate;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.SimulatorOptions;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the scripts of {@code src/it} share. The script that runs before Maven makes one and puts it into the context,
 * where the script that runs after Maven finds it; it has to be closed there.
 *
 * <p>The secrets are those that the invoker's configuration in the pom gives to Maven.
 */
public final class IntegrationTest implements AutoCloseable {

    /** It has the shape of a personal access token: 84 characters with AZDO at 76. */
    public static final String TOKEN = "it+azure/token=not-a-secret" + "x".repeat(49) + "AZDOFAKE";

    public static final String CLIENT_ID = "it+client/id=";
    public static final String CLIENT_SECRET = "it+client/secret=not-a-secret";
    public static final String ENTRA_TOKEN = "eyJhbGciOiJub25lIn0.eyJmYWtlIjoiaXQtZW50cmEifQ.bm90LWEtc2VjcmV0";
    public static final String PROXY_PASSWORD = "it+proxy/password=not-a-secret";

    private static final Properties BUILD = build();

    private final Path directory;
    private final Simulator simulator;
    private final Properties properties = new Properties();
    private final List<AutoCloseable> more = new ArrayList<>();

    private IntegrationTest(Path directory, Simulator simulator) {
        this.directory = directory;
        this.simulator = simulator;
    }

    private static Properties build() {
        Properties build = new Properties();
        try (InputStream in = IntegrationTest.class.getResourceAsStream("/it.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build;
    }

    /** Starts the scenario that all tests share. */
    public static IntegrationTest start(File directory, Map<String, Object> context) throws IOException {
        return start(directory, context, scenario -> scenario);
    }

    /** Starts a changed scenario. */
    public static IntegrationTest start(File directory, Map<String, Object> context, UnaryOperator<Scenario> change)
            throws IOException {
        return start(directory.toPath(), context, SimulatorOptions.of(change.apply(shop())));
    }

    /** Starts with https; Maven trusts the certificate by {@code trust.p12} in the test's folder. */
    public static IntegrationTest startWithTls(File directory, Map<String, Object> context) throws IOException {
        Certificate certificate = Certificate.create(directory.toPath());
        return start(directory.toPath(), context, SimulatorOptions.of(shop()).withCertificate(certificate));
    }

    private static IntegrationTest start(Path directory, Map<String, Object> context, SimulatorOptions options)
            throws IOException {
        IntegrationTest test = new IntegrationTest(directory, Simulator.start(options));
        context.put("it", test);
        test.property("aikido.azure.url", test.simulator.azureUrl().toString())
                .property("aikido.url", test.simulator.aikidoUrl().toString())
                .property("aikido.azure.organization", Shop.ORGANIZATION)
                .property("aikido.azure.project", Shop.PROJECT);
        test.isolate();
        return test;
    }

    /**
     * Gives Maven options of its own, since it would take those of this repository's folder else. It may take what the
     * invoker does not put into the tests' local repository, imported poms, only from where this build has it.
     *
     * <p>The test's settings.xml comes in as the global one: the invoker always passes a user's, from a temporary file
     * that tests running at the same time overwrite for each other.
     */
    private void isolate() throws IOException {
        String mirror = "<mirrors><mirror><id>build</id><mirrorOf>*</mirrorOf><url>"
                + Path.of(BUILD.getProperty("localRepository")).toUri()
                + "</url></mirror></mirrors>\n</settings>\n";
        Path own = directory.resolve("settings.xml");
        String settings = Files.exists(own) ? Files.readString(own) : "<settings>\n</settings>\n";
        Path options = Files.createDirectories(directory.resolve(".mvn"));
        Files.writeString(settings(), settings.replace("</settings>\n", mirror));
        Files.writeString(options.resolve("maven.config"), "--global-settings\n" + settings() + "\n");
    }

    private Path settings() {
        return directory.resolve(".mvn").resolve("tests-settings.xml");
    }

    private static Scenario shop() {
        return Scenario.shop()
                .token(token -> token.withValue(TOKEN))
                .client(client -> client.withId(CLIENT_ID).withSecret(CLIENT_SECRET));
    }

    /** Gives Maven a property, or with null none. */
    public IntegrationTest property(String name, String value) throws IOException {
        if (value == null) {
            properties.remove(name);
        } else {
            properties.setProperty(name, value);
        }
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Files.writeString(directory.resolve("test.properties"), text.toString());
        return this;
    }

    /** Starts a proxy that wants a password, and puts its port into settings.xml. */
    public ForwardProxy proxy() throws IOException {
        ForwardProxy proxy = ForwardProxy.authenticating("it", PROXY_PASSWORD);
        more.add(proxy);
        String settings = Files.readString(settings());
        Files.writeString(settings(), settings.replace("PROXY_PORT", String.valueOf(proxy.port())));
        return proxy;
    }

    /** Starts a server that must not be sent anything. */
    public Attacker attacker() {
        Attacker attacker = Attacker.start();
        more.add(attacker);
        return attacker;
    }

    /** Makes the folder a checkout of a remote repository. */
    public void checkout(String remote) throws IOException, InterruptedException {
        for (List<String> command :
                List.of(List.of("git", "init", "--quiet"), List.of("git", "remote", "add", "origin", remote))) {
            Process git = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
        }
    }

    public Simulator simulator() {
        return simulator;
    }

    /** What Maven printed, all invocations together. */
    public String log() throws IOException {
        return Files.readString(directory.resolve("build.log"));
    }

    /** The report in {@code target/aikido}, which must be as the published schema says. */
    public JsonNode report(String goal) throws IOException {
        return reportIn("target/aikido/" + goal + "-report.json");
    }

    public JsonNode reportIn(String file) throws IOException {
        String json = Files.readString(directory.resolve(file));
        Validator.Result result = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .validate(Files.readString(Path.of(BUILD.getProperty("reportSchema"))), json);
        if (!result.isValid()) {
            throw new AssertionError(file + ": "
                    + result.getErrors().stream()
                            .map(error -> error.getInstanceLocation() + " " + error.getError())
                            .toList());
        }
        return new JsonMapper().readTree(json);
    }

    /** How often a text is in the log. */
    public int count(String text) throws IOException {
        return log().split(Pattern.quote(text), -1).length - 1;
    }

    /** What of the secrets is in the log or in a file that the build made. */
    public List<String> leaks() throws IOException {
        SecretSearch search = SecretSearch.of(TOKEN, CLIENT_SECRET, PROXY_PASSWORD);
        List<String> leaks = new ArrayList<>(search.below(directory.resolve("target")));
        log().lines().forEach(line -> leaks.addAll(search.in(line)));
        return leaks;
    }

    /** A text in which a service repeats the secrets that it was sent, in the forms in which it may. */
    public static String repeated(String... secrets) {
        return Stream.of(secrets)
                .flatMap(secret -> Stream.of(
                        secret,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        base64(secret),
                        base64(":" + secret),
                        base64("a:" + secret),
                        base64(CLIENT_ID + ":" + secret)))
                .collect(Collectors.joining(" "));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Stops everything, and checks all that was said with the two services against the contract. */
    @Override
    public void close() throws Exception {
        try {
            Contract.verify(simulator);
        } finally {
            for (AutoCloseable each : more) {
                each.close();
            }
            simulator.close();
        }
    }
}
