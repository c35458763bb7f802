package io.github.aikidoconnect.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.limit.FastTime;
import io.github.aikidoconnect.internal.run.InjectedTime;
import io.github.aikidoconnect.testing.SpoiltAnswers.Change;
import io.github.aikidoconnect.testing.SpoiltAnswers.Part;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whole runs with answers and settings that nobody would think of: each ends with a report, whatever was in them. The
 * answers are those of the simulator with something in them changed.
 */
public class RunProperties {

    /** What moves a cursor, begins a line or turns the writing direction around. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\u2028\\u202e]");

    private static final String COMMAND = "##vso[task.complete result=Succeeded]";
    private static final Stream<String> PLAIN_ODD =
            Stream.of("null true \"\" -1 0 1e400 1.5 99999999999999999999999999 [] {} [[[[[[[[[[1]]]]]]]]]] [null] [{}]"
                    .split(" ", -1));
    private static final Stream<String> QUOTED_ODD = Stream.of(
            "\"..\"",
            "\"../../other\"",
            "\"x\\r\\nAuthorization: Basic eA==\"",
            "\"x\\n" + COMMAND + "\"",
            "\"\\u0000\\u001b[31m\\u202e\"",
            "\"\\ud800\"",
            "\"caf\\u00e9 \\u4e2d\\u6587 \\ud83d\\ude00\"",
            "\"" + "x".repeat(5000) + "\"",
            "{\"id\":null}");
    private static final List<String> ODD = Stream.concat(PLAIN_ODD, QUOTED_ODD).toList();

    private static final List<String> STATUSES = List.of(
            "100", "201", "203", "204", "206", "302", "304", "400", "401", "403", "404", "410", "500", "501", "503");

    /** None of them asks for a pause: the budget of calls to Aikido would wait for it, by the machine's clock. */
    private static final List<String> HEADERS = List.of(
            "Retry-After:",
            "Retry-After:-1",
            "Retry-After:0",
            "Retry-After:soon",
            "Retry-After:99999999999999999999",
            "Retry-After:Wed, 21 Oct 2015 07:28:00 GMT",
            "x-ms-continuationtoken: ",
            "x-ms-continuationtoken:../../other?a=b&c#d",
            "x-ms-continuationtoken:%0d%0aX: y",
            "x-ms-continuationtoken:\u00e9\ud83d\ude00",
            "Location:http://127.0.0.1:1/other",
            "Content-Type:text/plain;charset=none",
            "Content-Encoding:gzip");

    @Property(edgeCases = EdgeCasesMode.NONE)
    public void anyAnswerEndsInAReport(
            @ForAll("changes") List<Change> changes, @ForAll Goal goal, @ForAll boolean oneProject) {
        SpoiltAnswers answers = new SpoiltAnswers(changes);
        ConnectRequest.Builder request = SpoiltAnswers.request().toBuilder();
        if (!oneProject) {
            request.project(null);
        }
        List<String> lines = new CopyOnWriteArrayList<>();
        ConnectReport report = run(
                goal,
                request.build(),
                call -> {
                    assertPlain(call);
                    return answers.to(call);
                },
                event -> lines.add(event.line()));
        ReportSchema.verify(report);
        assertThat(report.repositories())
                .noneMatch(repository -> Long.valueOf(SpoiltAnswers.MOVED).equals(repository.aikidoId())
                        && repository.action() == Action.DEACTIVATE
                        && repository.result() != Result.SKIPPED);
        report.toText().lines().forEach(lines::add);
        assertThat(lines)
                .noneMatch(
                        line -> line.startsWith(COMMAND) || UNFIT.matcher(line).find());
    }

    @Provide
    public Arbitrary<List<Change>> changes() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, changes(Part.VALUE, Arbitraries.of(ODD))),
                        Tuple.of(2, changes(Part.BYTES, Arbitraries.strings().ofMaxLength(6))),
                        Tuple.of(1, changes(Part.STATUS, Arbitraries.of(STATUSES))),
                        Tuple.of(1, changes(Part.HEADER, Arbitraries.of(HEADERS))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<Change> changes(Part part, Arbitrary<String> texts) {
        Arbitrary<Integer> counted = Arbitraries.integers().between(0, 10_000);
        return Combinators.combine(counted, counted, texts)
                .as((answer, place, text) -> new Change(part, answer, place, text));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    public void anySettingsEndInAReport(@ForAll("requests") ConnectRequest request, @ForAll Goal goal) {
        Set<String> hosts = ConcurrentHashMap.newKeySet();
        ConnectReport report = run(
                goal,
                request,
                call -> {
                    assertPlain(call);
                    hosts.add(call.uri().getHost().toLowerCase(Locale.ROOT));
                    return new Canned(400, Map.of(), new byte[0]);
                },
                event -> {});
        ReportSchema.verify(report);
        assertThat(hosts)
                .allMatch(host ->
                        host.matches("((vsaex|vssps)\\.)?dev\\.azure\\.com|app\\.(us\\.|au\\.|me\\.)?aikido\\.dev")
                                || mentions(request, host));
        request.azureToken()
                .map(Secret::reveal)
                .filter(secret -> secret.length() > 8)
                .ifPresent(
                        secret -> assertThat(report.toJson() + report.toText()).doesNotContain(secret));
    }

    private static boolean mentions(ConnectRequest request, String host) {
        String urls = request.azureUrl().orElse("")
                + request.aikidoUrl().orElse("")
                + request.organization().orElse("");
        return urls.toLowerCase(Locale.ROOT).contains(host);
    }

    /** No call leaves for anywhere without encryption, and nothing in it can be taken for another header or line. */
    private static void assertPlain(Transport.Request call) {
        URI uri = call.uri();
        assertThat(uri.toString()).matches("(https://|http://(127\\.|localhost|\\[::1])).*");
        assertThat(uri.toString()).matches("[!-~]+");
        assertThat(uri.normalize()).isEqualTo(uri);
        call.headers().forEach((name, value) -> assertThat(value).matches("[ -~]*"));
    }

    @Provide
    public Arbitrary<ConnectRequest> requests() {
        Arbitrary<String> odd = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of(
                        "",
                        " ",
                        "..",
                        "a/../b",
                        "x\r\nHost: evil",
                        "%0d%0a",
                        "contoso",
                        "https://dev.azure.com/contoso"),
                Arbitraries.of(
                        "https://contoso.visualstudio.com",
                        "https://tfs.example/tfs/coll",
                        "http://evil.example/coll",
                        "http://127.0.0.1:1/coll",
                        "https://tfs.example/%2e%2e/tfs/coll",
                        "https://[::1",
                        "https://user:secret@tfs.example/coll",
                        "https://tfs.example#@evil.example/coll"));
        Arbitrary<String> secrets =
                Arbitraries.strings().ofMinLength(1).ofMaxLength(90).filter(text -> !text.isBlank());
        return Combinators.combine(
                        Arbitraries.oneOf(Arbitraries.just("contoso"), odd),
                        Arbitraries.oneOf(Arbitraries.just("Shop Front"), odd),
                        odd.injectNull(0.7),
                        odd.injectNull(0.7),
                        Combinators.combine(secrets, secrets, secrets, secrets).as(List::of),
                        odd.list().ofMaxSize(2),
                        odd.injectNull(0.8),
                        Arbitraries.oneOf(Arbitraries.integers(), Arbitraries.of(1, 20, 100)))
                .as((organization, project, azureUrl, aikidoUrl, credentials, globs, name, number) ->
                        ConnectRequest.builder()
                                .organization(organization)
                                .project(project)
                                .azureUrl(azureUrl)
                                .aikidoUrl(aikidoUrl)
                                .azureToken(Secret.of(credentials.get(0)))
                                .entraAccess(EntraAccess.of(Secret.of(credentials.get(3))))
                                .aikidoClient(Secret.of(credentials.get(1)), Secret.of(credentials.get(2)))
                                .includes(globs)
                                .region(name)
                                .handover(name)
                                .prune(number % 2 == 0)
                                .pruneLimit(number)
                                .maxDuration(Duration.ofMinutes(number))
                                .callsPerMinute(number)
                                .timeout(Duration.ofSeconds(number))
                                .syncTimeout(Duration.ofMillis(number))
                                .build());
    }

    private static ConnectReport run(
            Goal goal, ConnectRequest request, Function<Transport.Request, Canned> answers, ProgressListener progress) {
        List<Throwable> unexpected = new CopyOnWriteArrayList<>();
        Transport transport = call -> {
            try {
                return answers.apply(call).sent();
            } catch (AssertionError e) {
                unexpected.add(e);
                return new Canned(400, Map.of(), new byte[0]).sent();
            }
        };
        try (AikidoConnect aikido =
                entry().transport(transport).progress(progress).build()) {
            ConnectReport report = switch (goal) {
                case CHECK -> aikido.check(request);
                case LIST -> aikido.list(request);
                case CONNECT -> aikido.connect(request);
                case STATUS -> aikido.status(request);
                case TOKEN ->
                    aikido.token(TokenRequest.builder(request)
                            .action(TokenAction.ROTATE)
                            .build());
                case COVERAGE ->
                    aikido.coverage(OrganizationRequest.builder(request)
                            .project("*", ProjectSettings.NONE)
                            .build());
            };
            assertThat(unexpected).isEmpty();
            assertThat(report.problems()).noneMatch(problem -> problem.message().contains("broke off ("));
            return report;
        }
    }

    /** Pauses take no time; the budget of calls is shared by all runs, so its window is short from the first one on. */
    public static AikidoConnect.Builder entry() {
        return InjectedTime.builder(Duration.ofMillis(1), new FastTime()).callFolder(null);
    }
}
