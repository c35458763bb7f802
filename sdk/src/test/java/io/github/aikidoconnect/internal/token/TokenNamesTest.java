package io.github.aikidoconnect.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.internal.aikido.Workspace;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import io.github.aikidoconnect.internal.token.TokenNames.Stage;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenNamesTest {

    private final TokenNames names = new TokenNames("Aikido (EU)");

    @Test
    void tellHowFarATokenHasCome() {
        TokenRecord token = token("any");

        assertThat(names.stage(token("Aikido (EU)"))).contains(Stage.DONE);
        assertThat(names.stage(token(names.made()))).contains(Stage.NEW);
        assertThat(names.stage(token(names.unconfirmed(token)))).contains(Stage.UNCONFIRMED);
        assertThat(names.stage(token(names.replaced(token)))).contains(Stage.REPLACED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aikido",
                "Aikido (EU) ",
                "aikido (eu)",
                "Aikido (EU) (new)",
                "Aikido (EU) (new 1234567)",
                "Aikido (EU) (new 12345678)",
                "Aikido (EU) (new 1234567g)",
                "Aikido (EU) (new 1234567812345678)",
                "Aikido (EU) (new 12345678) (new 12345678)",
                "Aikido (EU) for Payments (new 12345678)",
                "Aikido (EU) (unconfirmed 12345678)",
                "Aikido (EU) (replaced)",
                "Aikido (EU) (replaced 12345678)",
                "Aikido (EU) (replaced) (replaced)"
            })
    void takeNoOtherForTheirOwn(String name) {
        assertThat(names.stage(token(name))).isEmpty();
    }

    @Test
    void takeNoMarkOfAnotherTokenOrNameForTheirOwn() {
        TokenRecord other =
                new TokenRecord("other", "x", Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
        String made = new TokenNames("Aikido").made();

        assertThat(names.stage(token(names.replaced(other)))).isEmpty();
        assertThat(names.stage(token(names.unconfirmed(other)))).isEmpty();
        assertThat(names.stage(token(made.replace("Aikido", "Aikido (EU)")))).isEmpty();
    }

    @Test
    void areDifferentForEachTokenThatIsCreated() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            made.add(names.made());
        }
        assertThat(made).hasSize(100);
    }

    @ParameterizedTest
    @CsvSource({
        "Shop, Aikido Security Access Token (Shop 4711)",
        "'Shop\n\tFront ', Aikido Security Access Token (Shop  Front 4711)",
        "'', Aikido Security Access Token (4711)"
    })
    void carryTheWorkspace(String workspace, String name) {
        assertThat(TokenNames.byDefault(new Workspace(4711, workspace, Optional.empty(), Optional.empty())))
                .isEqualTo(name);
    }

    @Test
    void shortenTheNameOfAWorkspaceBetweenCharacters() {
        String name = TokenNames.byDefault(
                new Workspace(4711, "\uD83D\uDE80".repeat(100), Optional.empty(), Optional.empty()));

        assertThat(name).isEqualTo("Aikido Security Access Token (" + "\uD83D\uDE80".repeat(60) + " 4711)");
    }

    private static TokenRecord token(String name) {
        return new TokenRecord("id", name, Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
