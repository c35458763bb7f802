package io.github.aikidoconnect.internal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text from outside as it stands in the page: it ends neither an element nor an attribute. */
class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"<, &lt;", ">, &gt;", "&, &amp;", "\", &quot;", "', &#39;", "`, &#96;"})
    void hasNoCharacterThatEndsAnElementOrAnAttribute(String character, String html) {
        assertThat(HtmlText.escape("a" + character + "b")).isEqualTo("a" + html + "b");
    }

    @Test
    void isEscapedOnceAndShowsWhatItWas() {
        assertThat(HtmlText.escape("&quot;\" onload='x'")).isEqualTo("&amp;quot;&quot; onload=&#39;x&#39;");
    }

    @Test
    void showsHalfACharacterAsOneThatIsNotKnown() {
        assertThat(HtmlText.escape("a\ud800b")).isEqualTo("a\ufffdb");
    }
}
