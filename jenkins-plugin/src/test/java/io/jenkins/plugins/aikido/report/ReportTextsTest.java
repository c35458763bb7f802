package io.jenkins.plugins.aikido.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.CheckId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTextsTest {

    @ParameterizedTest
    @EnumSource
    void eachCheckHasATitleForPeople(CheckId check) {
        assertThat(ReportTexts.title(check.toString()))
                .isNotEqualTo(check.toString())
                .isNotBlank();
    }
}
