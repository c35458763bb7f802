package io.github.aikidoconnect.contract;

import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks exchanges against the OpenAPI documents of the services, which were written from published facts about the
 * services, and not from the simulator or a client.
 */
public final class Contract {
    private static final Document AZURE = new Document("openapi/azure-devops.yaml", "/azure");
    private static final Document AIKIDO = new Document("openapi/aikido.yaml", "/aikido");
    private static final Document ENTRA = new Document("openapi/microsoft-entra.yaml", "/entra");
    private static final List<Document> ALL = List.of(AZURE, AIKIDO, ENTRA);

    private Contract() {}

    /**
     * Checks every exchange of a simulator.
     *
     * @throws AssertionError that lists every violation
     */
    public static void verify(Simulator simulator) {
        verify(simulator.exchanges());
    }

    /**
     * Checks requests and answers. If a fault created an answer, only its request is checked.
     *
     * @throws AssertionError that lists every violation
     */
    public static void verify(List<Exchange> exchanges) {
        report(violations(exchanges));
    }

    /**
     * Checks only answers, for a test that sends requests which the service must refuse.
     *
     * @throws AssertionError that lists every violation
     */
    public static void verifyAnswers(List<Exchange> exchanges) {
        report(violations(exchanges).stream().filter(Violation::ofAnswer).toList());
    }

    /** Returns all violations, in the order of the exchanges. */
    public static List<Violation> violations(List<Exchange> exchanges) {
        return exchanges.stream().flatMap(Contract::violations).toList();
    }

    private static Stream<Violation> violations(Exchange exchange) {
        Optional<Document> document = ALL.stream()
                .filter(each -> exchange.path().startsWith(each.root() + "/"))
                .findFirst();
        if (document.isPresent()) {
            return document.get().violations(exchange);
        }
        return Stream.of(new Violation(exchange, false, "The path belongs to neither service"));
    }

    private static void report(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.stream()
                    .map(Violation::toString)
                    .collect(Collectors.joining("\n", violations.size() + " violations of the contract:\n", "")));
        }
    }
}
