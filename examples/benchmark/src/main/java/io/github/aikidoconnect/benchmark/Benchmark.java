package io.github.aikidoconnect.benchmark;

/** A measurement. */
@FunctionalInterface
interface Benchmark {
    void run(Results results) throws Exception;
}
