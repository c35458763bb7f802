package io.github.aikidoconnect.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTest {
    @ParameterizedTest
    @CsvSource({
        "/azure/*/_apis/projects, /azure/contoso/_apis/projects, true",
        "/azure/*/_apis/projects, /azure/contoso/_apis/projects/p, false",
        "/azure/*/git, /azure/a/b/git, false",
        "/azure/**/git, /azure/a/b/git, true",
        "**, /anything, true",
        "/a.c, /abc, false",
        "/azure/Shop Front/*, /azure/Shop Front/x, true"
    })
    void matchesStarsWithinASegmentAndDoubleStarsBeyond(String pattern, String path, boolean covered) {
        assertThat(Match.path(pattern).covers("GET", path, "")).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({"GET, page=1&per_page=20, true", "POST, page=1, false", "GET, page=2, false"})
    void matchesMethodAndQuery(String method, String query, boolean covered) {
        assertThat(Match.of("get", "**").withQuery("page=1").covers(method, "/x", query))
                .isEqualTo(covered);
    }
}
