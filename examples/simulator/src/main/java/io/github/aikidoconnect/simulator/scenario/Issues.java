package io.github.aikidoconnect.simulator.scenario;

/**
 * The open issue groups of a repository.
 *
 * @param repository the repository's number in Aikido
 * @param critical how many are critical
 * @param high how many are high
 * @param medium how many are medium
 * @param low how many are low
 */
public record Issues(long repository, int critical, int high, int medium, int low) {}
