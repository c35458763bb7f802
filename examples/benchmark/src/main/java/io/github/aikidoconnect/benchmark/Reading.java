package io.github.aikidoconnect.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;
import java.util.concurrent.Callable;

/** Reads the repositories of a project again and again in a JVM of its own, and measures the first and the last times. */
final class Reading {

    private Reading() {}

    /** Takes the address of Azure DevOps, {@code sdk} or {@code minimal}, the number of readings, and the result's file. */
    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        URI url = URI.create(arguments[0]);
        Properties measured = new Properties();
        if (arguments[1].equals("sdk")) {
            try (AikidoConnect aikido = AikidoConnect.create()) {
                measure(start, Integer.parseInt(arguments[2]), measured, () -> list(aikido, url));
            }
        } else {
            HttpClient client = HttpClient.newHttpClient();
            ObjectMapper json = new ObjectMapper();
            measure(start, Integer.parseInt(arguments[2]), measured, () -> read(client, json, url));
        }
        Memory.put(measured);
        try (var out = Files.newBufferedWriter(Path.of(arguments[3]))) {
            measured.store(out, null);
        }
    }

    private static void measure(long start, int readings, Properties measured, Callable<Integer> reading)
            throws Exception {
        long[] micros = new long[readings];
        long from = start;
        for (int i = 0; i < readings; i++) {
            measured.setProperty("found", Integer.toString(reading.call()));
            long to = System.nanoTime();
            micros[i] = (to - from) / 1000;
            from = to;
        }
        measured.setProperty("coldMicros", Long.toString(micros[0]));
        long[] last = Arrays.copyOfRange(micros, readings / 2, readings);
        Arrays.sort(last);
        measured.setProperty("warmMicros", Long.toString(last[last.length / 2]));
    }

    private static int list(AikidoConnect aikido, URI url) {
        ConnectReport report = aikido.list(Estate.request(url, url).build());
        if (!report.problems().isEmpty()) {
            throw new IllegalStateException(report.problems().toString());
        }
        return report.summary().found();
    }

    /** The least that a Java program does to read the list: one call, and one tree. */
    private static int read(HttpClient client, ObjectMapper json, URI url) throws IOException, InterruptedException {
        String token = Base64.getEncoder().encodeToString((":" + Shop.TOKEN).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/" + Shop.ORGANIZATION + "/"
                        + Shop.PROJECT.replace(" ", "%20") + "/_apis/git/repositories?api-version=7.1"))
                .header("Authorization", "Basic " + token)
                .build();
        return json.readTree(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body())
                .path("value")
                .size();
    }
}
