package io.github.aikidoconnect.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which names, ids and globs mean a project. */
class ProjectPatternsTest {

    private static final String ID = "0b8f4a52-6a1d-4a58-9c53-2f0de1c4a701";

    private final ProjectPatterns mapping = new ProjectPatterns(
            List.of("Shop Front", "shop*", "Payments", " " + ID.toUpperCase(java.util.Locale.ROOT) + " "));

    @Test
    void meansAProjectByNameIdAndGlobInTheOrderOfTheList() {
        assertThat(mapping.meaning("Shop Front", ID)).containsExactly(0, 1, 3);
        assertThat(mapping.meaning("SHOP BACK", "other")).containsExactly(1);
        assertThat(mapping.meaning("payments", "other")).containsExactly(2);
        assertThat(mapping.meaning("Search", "other")).isEmpty();
    }

    @Test
    void takesANameForTheWholeName() {
        assertThat(mapping.meaning("Payments 2", "other")).isEmpty();
    }

    @Test
    void takesBothWaysToWriteAnUmlautForTheSame() {
        assertThat(new ProjectPatterns(List.of("Gescha\u0308ft")).meaning("GESCH\u00c4FT", ID))
                .containsExactly(0);
    }

    @Test
    void saysWhichGlobIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProjectPatterns(List.of("shop", "pay-[")))
                .withMessage("\"pay-[\" is not a valid glob: the class that begins with [ has no end");
    }
}
