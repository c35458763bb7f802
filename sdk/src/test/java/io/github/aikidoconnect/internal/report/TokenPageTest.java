package io.github.aikidoconnect.internal.report;

import static io.github.aikidoconnect.internal.report.Reports.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.TokenReport.Change;
import io.github.aikidoconnect.TokenReport.Expiry;
import io.github.aikidoconnect.TokenReport.Fit;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run about tokens, as people see it. */
class TokenPageTest {

    @ParameterizedTest
    @CsvSource({
        "FITS, VALID, CREATED, + created, news",
        "FITS, VALID, REVOKED, − revoked, calm",
        "FITS, VALID, LEFT, ! left, warn",
        "FITS, VALID, NONE, ✓ fits, good",
        "FITS, UNKNOWN, NONE, ✓ fits, good",
        "FITS, SOON, NONE, '! fits, expires soon', warn",
        "FITS, EXPIRED, NONE, – expired, calm",
        "WIDE, VALID, NONE, ! too wide, warn",
        "NARROW, VALID, NONE, ! too narrow, warn"
    })
    void givesEachTokenASignAndAWord(Fit fit, Expiry expiry, Change change, String says, String tone) {
        Document page = page(Reports.of(List.of(token("Shop", fit, expiry, change)), false));

        assertThat(page.select(".tokens tbody .badge").text()).isEqualTo(says);
        assertThat(page.select(".tokens tbody .badge").hasClass(tone)).isTrue();
    }

    @Test
    void showsNameEndReasonScopesAndId() {
        Document page =
                page(Reports.of(List.of(token("<b>Shop</b>\u202e", Fit.FITS, Expiry.VALID, Change.NONE)), false));

        assertThat(page.select("h1").text()).isEqualTo("contoso");
        assertThat(page.select("h2").eachText()).containsExactly("1 token");
        assertThat(page.select(".tokens tbody tr td:not(:has(.badge))").eachText())
                .containsExactly(
                        "until 2027-01-30", "Because. vso.code, vso.profile 28447be0-87d5-313d-8baf-13d300f8fa9e");
        assertThat(page.select(".tokens tbody th").text()).startsWith("<b>Shop</b>");
        assertThat(page.select(".tokens b")).isEmpty();
    }

    @Test
    void doesNotMissAProjectOrAWorkspaceThatNobodyNeeds() {
        Document page = page(Reports.of(List.of(), false));

        assertThat(page.select(".facts dt").eachText())
                .containsExactly("Organization", "Started", "Took", "Version", "Calls");
        assertThat(page.select("#tokens")).isEmpty();
    }

    @Test
    void saysThatItChangedNothing() {
        ConnectReport report = Reports.of(List.of(), true);

        assertThat(page(report).title()).isEqualTo("success: Token, dry run, contoso – Aikido connect");
        assertThat(report.toText())
                .isEqualTo("Tokens (0)\nToken: success, nothing was changed (2 calls to Azure DevOps, 0 to Aikido)");
    }

    private static Document page(ConnectReport report) {
        return PageRules.verify(report.toHtml());
    }
}
