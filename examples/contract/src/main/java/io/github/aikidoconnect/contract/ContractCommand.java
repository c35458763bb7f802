package io.github.aikidoconnect.contract;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares a recorded run with the documentation of the two services. The exit status is 0 without deviations, 1 with
 * deviations, and 2 if the arguments or the file are invalid.
 */
public final class ContractCommand {

    private static final String USAGE = """
            Usage: java -jar aikido-connect-examples-contract.jar [--azure-url URL] FILE
              FILE              a run that was recorded with -Daikido.trace=FILE
              --azure-url URL   the base URL of an Azure DevOps Server (aikido.azure.url)
            """;

    private ContractCommand() {}

    /** Runs the command and exits with its status. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /**
     * Runs the command.
     *
     * @return the exit status
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<String> left = new ArrayList<>(arguments);
        Optional<String> azureUrl = Optional.empty();
        int option = left.indexOf("--azure-url");
        if (option >= 0 && option + 1 < left.size()) {
            azureUrl = Optional.of(left.remove(option + 1));
            left.remove(option);
        }
        if (left.size() != 1 || left.get(0).startsWith("-")) {
            err.print(USAGE);
            return 2;
        }
        try {
            return report(HarFile.read(Path.of(left.get(0)), azureUrl), out);
        } catch (UncheckedIOException e) {
            err.println(left.get(0) + " could not be read (" + e.getMessage() + ").");
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        }
        err.print(USAGE);
        return 2;
    }

    private static int report(HarFile.Content content, PrintStream out) {
        Map<String, Integer> deviations = new TreeMap<>();
        for (Violation violation : Contract.violations(content.exchanges())) {
            deviations.merge(
                    violation.exchange().method() + " " + violation.exchange().path() + " -> "
                            + violation.exchange().status() + "\n    "
                            + (violation.ofAnswer() ? "answer: " : "request: ") + violation.message(),
                    1,
                    Integer::sum);
        }
        deviations.forEach((deviation, times) -> out.println(deviation + (times > 1 ? " (" + times + " times)" : "")));
        content.others().forEach(address -> out.println(address + "\n    belongs to neither service; see --azure-url"));
        out.println(
                count(content.exchanges().size(), "exchange") + " compared, " + count(deviations.size(), "deviation")
                        + ", " + count(content.unanswered(), "call") + " without a response, "
                        + count(content.others().size(), "call") + " to other addresses");
        return deviations.isEmpty() && content.others().isEmpty() ? 0 : 1;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
