package io.github.aikidoconnect.benchmark;

/** Measures one thing. */
@FunctionalInterface
interface Benchmark {
    void run(Results results) throws Exception;
}
