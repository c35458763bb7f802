package io.github.aikidoconnect.testing;

import static io.github.aikidoconnect.testing.Setup.imported;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.internal.limit.FastTime;
import io.github.aikidoconnect.internal.run.InjectedTime;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.ApiClient;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.lang.ref.Reference;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every goal under every kind of fault, with services that repeat all that was sent to them. Prints whatever a run gives
 * away: report, progress, what is thrown, what is logged, the names of threads.
 */
public final class EveryFault {

    /** It has the shape of a personal access token: 84 characters with AZDO at 76. */
    public static final String PAT =
            "mQ7+vT/2kZ=xR9&wB4_hJ6-pL1dS8fG3nC5yV0aE7uK2oI9tM4rW6qX1zP8bN3sD5gH0jF7lY2cAAZDOA4eQ";

    public static final String CLIENT_SECRET = "Zr8/Tq+3mLw=9&VbX2_nK7-hD4pS6gJ1";
    public static final String ENTRA_TOKEN =
            "eyJhbGciOiJub25lIn0.eyJmYWtlIjoiZW50cmEifQ.Kd8+vQ/3mT=zP6&wX1_hB5-rN9fL2cG7s";

    /** Of the tokens that are made. */
    public static final String MADE = "fakeTokenNotASecretMade";

    public static final String ACCESS_TOKEN = "uW5/eH+8rN.yB2_tG9-kM4vC7xQ3zL6";

    /** Planted, so that it is seen that the search would find the others. */
    public static final String PLANTED = "Planted/9kT+4rV=7mB&2xN_6wJ-1hL";

    private static final Map<String, BiFunction<AikidoConnect, ConnectRequest, ConnectReport>> GOALS = goals();
    /** Where something goes wrong, and the secrets that are sent there. */
    private static final Map<String, List<String>> PLACES = Map.of(
            "/azure/**",
            List.of(PAT, ENTRA_TOKEN),
            "/aikido/**",
            List.of(CLIENT_SECRET, PAT),
            "/aikido/api/public/**",
            List.of(ACCESS_TOKEN, CLIENT_SECRET, PAT));

    /** The same while tokens are managed. */
    private static final List<String> TOKEN_PLACES = List.of("**/tokens/pats", "**/access-tokens/code-scanning");

    private static final DistinctEntries LOG = new DistinctEntries();

    private EveryFault() {}

    private static Map<String, BiFunction<AikidoConnect, ConnectRequest, ConnectReport>> goals() {
        Map<String, BiFunction<AikidoConnect, ConnectRequest, ConnectReport>> goals = new LinkedHashMap<>();
        goals.put("check", AikidoConnect::check);
        goals.put("list", AikidoConnect::list);
        goals.put("plan", AikidoConnect::plan);
        goals.put("status", AikidoConnect::status);
        goals.put("connect", AikidoConnect::connect);
        goals.put("organization", EveryFault::organization);
        return goals;
    }

    private static ConnectReport organization(AikidoConnect aikido, ConnectRequest request) {
        ConnectRequest common =
                request.toBuilder().project(null).allowSharedWorkspace(true).build();
        return aikido.connect(OrganizationRequest.builder(common)
                .project("*", ProjectSettings.NONE)
                .build());
    }

    private static ConnectReport rotate(AikidoConnect aikido, ConnectRequest request) {
        return aikido.token(
                TokenRequest.builder(request).action(TokenAction.ROTATE).build());
    }

    /** The services and the network go wrong in each way that the simulator knows. */
    private static Map<String, Fault> faults(List<String> secrets) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        for (Fault fault : List.of(
                Fault.hang(),
                Fault.stall(),
                Fault.reset(),
                Fault.lostAnswer(),
                Fault.truncate(),
                Fault.garbage(),
                Fault.flood())) {
            faults.put(fault.kind() + (fault.effect() ? " late" : ""), fault);
        }
        String repeated = String.join(" ", forms(secrets));
        String json = "{\"error\":\"Got " + repeated + "\",\"message\":\"Got " + repeated + "\",\"access_token\":\""
                + ACCESS_TOKEN + "\",\"value\":[{\"id\":null,\"name\":\"" + PAT + "\"}]}";
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "Retry-After", PAT, "Location", "http://127.0.0.1:1/" + PAT);
        for (int status : new int[] {200, 203, 302, 400, 401, 403, 404, 407, 429, 503}) {
            faults.put(
                    "json " + status, Fault.answer(status).withHeaders(headers).withBody(json));
        }
        for (String type : List.of("text/plain", "text/html")) {
            faults.put(type, Fault.answer(401, type, repeated));
        }
        faults.put("json 500", Fault.answer(500, "application/json", json));
        return faults;
    }

    /** Each secret in each form in which a service may repeat it. */
    private static List<String> forms(List<String> secrets) {
        List<String> forms = new ArrayList<>();
        for (String secret : secrets) {
            String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
            Stream.of(secret, encoded, encoded.replaceAll("%2B", "%2b").replaceAll("%2F", "%2f"))
                    .forEach(forms::add);
            for (String before : List.of("", ":", "a:", "abc:", Shop.CLIENT_ID + ":")) {
                byte[] bytes = (before + secret + ":").getBytes(StandardCharsets.UTF_8);
                forms.add(Base64.getEncoder().encodeToString(bytes));
                forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
        }
        return forms;
    }

    public static void main(String[] none) throws Exception {
        logEverything();
        System.out.println(
                "planted " + Base64.getEncoder().encodeToString(("ab" + PLANTED).getBytes(StandardCharsets.UTF_8)));
        int runs = runAll(List.of("connect"), TOKEN_PLACES);
        // The client is the same for each goal, and its own log is most of the log: it was seen under each fault above.
        Logger client = Logger.getLogger("jdk.internal.httpclient");
        client.setLevel(Level.OFF);
        runs += runAll(
                GOALS.keySet().stream().filter(goal -> !goal.equals("connect")).toList(), List.of());
        Reference.reachabilityFence(client);
        System.out.println("log entries: " + LOG.count());
        System.out.println("runs: " + runs);
    }

    /** Runs the goals under each fault at each place, and a rotation under each fault at the places for tokens. */
    private static int runAll(List<String> goals, List<String> tokenPlaces) throws Exception {
        List<Callable<Integer>> parts = new ArrayList<>();
        PLACES.forEach((place, secrets) ->
                faults(secrets).forEach((name, fault) -> parts.add(() -> goals(goals, place, name, fault))));
        for (String place : tokenPlaces) {
            faults(List.of(PAT, ENTRA_TOKEN)).forEach((name, fault) -> parts.add(() -> rotation(place, name, fault)));
        }
        // A fault that hangs takes time and no processor.
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int runs = 0;
        for (Future<Integer> part : threads.invokeAll(parts)) {
            runs += part.get();
        }
        threads.shutdown();
        return runs;
    }

    private static int goals(List<String> goals, String place, String name, Fault fault) {
        try (Simulator simulator = Simulator.start(marked())) {
            simulator.faults().always(Match.path(place), fault);
            simulator.faults().always(Match.path("**/oauth/token"), token());
            for (String goal : goals) {
                System.out.println("== " + goal + " with " + name + " at " + place);
                run(GOALS.get(goal), simulator);
            }
            return goals.size();
        }
    }

    private static int rotation(String place, String name, Fault fault) {
        try (Simulator simulator = Simulator.start(marked())) {
            simulator.faults().always(Match.path(place), fault);
            System.out.println("== token with " + name + " at " + place);
            run(EveryFault::rotate, simulator);
            return 1;
        }
    }

    /** The run has to know it before anybody can repeat it. */
    private static Fault token() {
        return Fault.answer(200, "application/json", "{\"access_token\":\"" + ACCESS_TOKEN + "\",\"expires_in\":3600}");
    }

    private static void run(BiFunction<AikidoConnect, ConnectRequest, ConnectReport> goal, Simulator simulator) {
        try (AikidoConnect aikido = InjectedTime.builder(new FastTime())
                .callFolder(Path.of(System.getProperty("java.io.tmpdir"), "calls"))
                .progress(EveryFault::print)
                .trace(System.out::println)
                .build()) {
            ConnectReport report = goal.apply(aikido, request(simulator));
            System.out.println(report.toText() + report.toJson() + report);
        } catch (RuntimeException e) {
            e.printStackTrace(System.out);
        }
    }

    private static void print(Progress event) {
        Thread[] threads = new Thread[1000];
        int count = Thread.enumerate(threads);
        System.out.println(event + " among "
                + Stream.of(threads)
                        .limit(count)
                        .map(Thread::getName)
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    private static ConnectRequest request(Simulator simulator) {
        return Setup.request(simulator)
                .azureToken(Secret.of(PAT))
                .entraAccess(EntraAccess.of(Secret.of(ENTRA_TOKEN)))
                .aikidoClient(Secret.of(Shop.CLIENT_ID), Secret.of(CLIENT_SECRET))
                .handover(Handover.ALWAYS)
                .scan(true)
                .timeout(Duration.ofMillis(150))
                .syncTimeout(Duration.ofMillis(10))
                .build();
    }

    private static Scenario marked() {
        return imported(Setup.shop())
                .token(token -> token.withValue(PAT))
                .entraToken(token -> token.withValue(ENTRA_TOKEN))
                .client(client -> new ApiClient(client.id(), CLIENT_SECRET, client.scopes()))
                .workspace(workspace ->
                        workspace.withRepositories(workspace.repositories().subList(0, 2)));
    }

    /** The simulator is no part of the product: what its server logs is left out. */
    private static void logEverything() {
        Logger root = Logger.getLogger("");
        root.setLevel(Level.ALL);
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        console.setFormatter(LOG);
        root.addHandler(console);
        for (String name : List.of("org.eclipse", "io.javalin", "jakarta")) {
            Logger.getLogger(name).setLevel(Level.OFF);
        }
    }
}
