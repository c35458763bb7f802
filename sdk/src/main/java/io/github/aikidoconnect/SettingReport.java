package io.github.aikidoconnect;

import org.jspecify.annotations.Nullable;

/**
 * The part of a report for one setting of a repository that differs from the requested one.
 *
 * @param key the name of the setting, as in {@link RepositorySettings}
 * @param from the value in Aikido before the run, null if there was none or it is not known
 * @param to the requested value; of a list, the one value to add
 * @param result the result
 */
public record SettingReport(String key, @Nullable String from, String to, Result result) {}
