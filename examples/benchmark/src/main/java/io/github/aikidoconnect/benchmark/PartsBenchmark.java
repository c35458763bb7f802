package io.github.aikidoconnect.benchmark;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures the time of parsing, globbing and planning for each repository, with JMH. */
final class PartsBenchmark implements Benchmark {

    @Override
    public void run(Results results) throws RunnerException {
        results.heading("Parts of a run");
        Collection<RunResult> measured = new Runner(new OptionsBuilder()
                        .include(Parts.class.getName())
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        results.columns("part", "repositories", "µs each", "of that at 1,000");
        double base = 0;
        for (RunResult run : measured) {
            int size = Integer.parseInt(run.getParams().getParam("repositories"));
            double each = run.getPrimaryResult().getScore() / size;
            base = size == Parts.SMALLEST ? each : base;
            results.row(
                    run.getPrimaryResult().getLabel(),
                    size,
                    String.format(Locale.ROOT, "%.2f", each),
                    String.format(Locale.ROOT, "%.2f", each / base));
        }
    }
}
