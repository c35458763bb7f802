import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Connects the repositories of one project to Aikido: {@code ConnectProject contoso "Shop Front"}.
 *
 * <p>The credentials are in the environment, because other users of the machine can see arguments. The exit status is 1 if
 * the report has problems.
 */
public final class ConnectProject {

    private ConnectProject() {}

    public static void main(String[] arguments) throws Exception {
        ConnectRequest request = ConnectRequest.builder()
                .organization(arguments[0])
                .project(arguments[1])
                .azureToken(secret("AZURE_DEVOPS_EXT_PAT"))
                .aikidoClient(secret("AIKIDO_CLIENT_ID"), secret("AIKIDO_CLIENT_SECRET"))
                // Only for a test double, and null otherwise.
                .azureUrl(System.getenv("AZURE_DEVOPS_URL"))
                .aikidoUrl(System.getenv("AIKIDO_URL"))
                .excludes(List.of("*-archive"))
                .build();

        try (AikidoConnect aikido = AikidoConnect.builder()
                .progress(progress -> System.out.println("  " + progress.line()))
                .build()) {
            ConnectReport report = aikido.connect(request);
            System.out.println(report.toText());
            Files.writeString(Path.of("connect-report.json"), report.toJson());
            for (Problem problem : report.problems()) {
                System.err.println(problem.code() + ": " + problem.fix());
            }
            System.exit(report.isSuccess() ? 0 : 1);
        }
    }

    /** Returns null for a missing variable: the report then names it and the fix. */
    private static Secret secret(String variable) {
        String value = System.getenv(variable);
        return value == null ? null : Secret.of(value);
    }
}
