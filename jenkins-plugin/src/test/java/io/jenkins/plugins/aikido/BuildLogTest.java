package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.aikido.report.BuildLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name of a repository must not be a command for a program that reads the log. */
class BuildLogTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "##teamcity[buildProblem description='x']",
                "  ##vso[task.complete result=Succeeded]",
                "activated  ##[error]x",
                "  ::set-output name=x::y",
                "::error::x",
                "\u200b##teamcity[x]"
            })
    void aLineIsNoCommandOfACiServer(String line) {
        assertThat(BuildLog.clean(line))
                .doesNotContain("##")
                .doesNotStartWith("::")
                .doesNotContain("  ::");
    }

    @ParameterizedTest
    @ValueSource(strings = {"  #1 shop-web", "A::B", "done  shop ## web"})
    void aNameThatIsNoneStays(String line) {
        assertThat(BuildLog.clean(line)).isEqualTo(line);
    }
}
