package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.SettingNames;

/**
 * The texts of all problems, grouped by what they are about. Each problem states what is wrong, and its fix states what
 * to do.
 *
 * @param names the names of the settings in the front end
 * @param settings the texts about settings
 * @param azure the texts about Azure DevOps
 * @param aikido the texts about Aikido
 * @param run the texts about the run itself
 */
record ProblemTexts(
        SettingNames names, SettingProblems settings, AzureProblems azure, AikidoProblems aikido, RunProblems run) {

    ProblemTexts(SettingNames names) {
        this(
                names,
                new SettingProblems(names),
                new AzureProblems(names),
                new AikidoProblems(names),
                new RunProblems(names));
    }
}
