package io.github.aikidoconnect;

/**
 * The open findings of Aikido by severity, as groups of issues like in Aikido's feed.
 *
 * @param critical how many are critical
 * @param high how many are high
 * @param medium how many are medium
 * @param low how many are low
 * @param all how many there are
 * @param wholeWorkspace whether they are those of the workspace, and not only of the selected repositories
 */
public record Findings(int critical, int high, int medium, int low, int all, boolean wholeWorkspace) {

    /** Returns the sum, for several repositories or projects. */
    public Findings plus(Findings other) {
        return new Findings(
                critical + other.critical,
                high + other.high,
                medium + other.medium,
                low + other.low,
                all + other.all,
                wholeWorkspace && other.wholeWorkspace);
    }

    /** Returns the numbers for users, for example {@code 1 critical, 2 high, 3 medium, 4 low}. */
    @Override
    public String toString() {
        return critical + " critical, " + high + " high, " + medium + " medium, " + low + " low";
    }
}
