package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Creates transports whose answers are ready at once. */
final class CannedAnswer {

    private static final int PAGE = 200;

    private CannedAnswer() {}

    static CompletableFuture<Transport.Response> of(String json) {
        return of(json.getBytes(StandardCharsets.UTF_8));
    }

    private static CompletableFuture<Transport.Response> of(byte[] json) {
        return CompletableFuture.completedFuture(new Transport.Response(200, Map.of(), json));
    }

    /** Answers with the list of a project's repositories, with all members of Azure DevOps' answer. */
    static Transport azure(int repositories, List<String> names, String project) {
        String list = IntStream.range(0, repositories)
                .mapToObj(i -> azure("%08d-1c8e-4a7e-9d55-6f7a8b9c0abc".formatted(i), names.get(i), project))
                .collect(Collectors.joining(",", "{\"count\":" + repositories + ",\"value\":[", "]}"));
        byte[] body = list.getBytes(StandardCharsets.UTF_8);
        return call -> of(body);
    }

    private static String azure(String id, String name, String project) {
        return """
               {"id":"%1$s","name":"%2$s","url":"https://dev.azure.com/contoso/%3$s/_apis/git/repositories/%1$s",\
               "project":{"id":"%3$s","name":"Shop Front","url":"https://dev.azure.com/contoso/_apis/projects/%3$s",\
               "state":"wellFormed","revision":17,"visibility":"private","lastUpdateTime":"2026-03-02T08:15:30.123Z"},\
               "defaultBranch":"refs/heads/main","size":180224,\
               "remoteUrl":"https://contoso@dev.azure.com/contoso/Shop%%20Front/_git/%2$s",\
               "sshUrl":"git@ssh.dev.azure.com:v3/contoso/Shop%%20Front/%2$s",\
               "webUrl":"https://dev.azure.com/contoso/Shop%%20Front/_git/%2$s",\
               "isDisabled":false,"isInMaintenance":false}""".formatted(id, name, project);
    }

    /** Answers with an access token of Aikido and the pages of its list. */
    static Transport aikido(List<CodeRepository> list) {
        List<byte[]> pages = new ArrayList<>();
        for (int from = 0; from < list.size(); from += PAGE) {
            pages.add(list.subList(from, Math.min(from + PAGE, list.size())).stream()
                    .map(CannedAnswer::aikido)
                    .collect(Collectors.joining(",", "[", "]"))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return call -> call.method().equals("POST")
                ? of("{\"access_token\":\"token\",\"expires_in\":3600}")
                : page(call, pages);
    }

    private static CompletableFuture<Transport.Response> page(Transport.Request call, List<byte[]> pages) {
        int page = Integer.parseInt(call.uri().getQuery().replaceAll("^page=(\\d+)&.*", "$1"));
        return page < pages.size() ? of(pages.get(page)) : of("[]");
    }

    private static String aikido(CodeRepository entry) {
        return """
               {"id":%d,"name":"%s","external_repo_id":"%s","external_repo_numeric_id":-1,"provider":"azure_devops",\
               "active":%s,"url":"%s","branch":"main","last_scanned_at":-1,"connectivity":"unknown"}""".formatted(
                        entry.id(),
                        entry.name(),
                        entry.externalId().orElseThrow(),
                        entry.active(),
                        entry.url().orElseThrow());
    }
}
