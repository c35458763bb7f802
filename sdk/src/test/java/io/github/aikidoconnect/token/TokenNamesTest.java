package io.github.aikidoconnect.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.azure.TokenRecord;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenNamesTest {

    private final TokenNames names = new TokenNames("Aikido (EU)");

    @Test
    void tellHowFarATokenHasCome() {
        assertThat(names.isDone(token("Aikido (EU)"))).isTrue();
        assertThat(names.isUnfinished(token(names.made()))).isTrue();
        assertThat(names.isReplaced(token(names.replaced()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aikido",
                "Aikido (EU) ",
                "aikido (eu)",
                "Aikido (EU) (new)",
                "Aikido (EU) (new 1234567)",
                "Aikido (EU) (new 1234567g)",
                "Aikido (EU) (new 12345678) (new 12345678)",
                "Aikido (EU) for Payments (new 12345678)",
                "Aikido (EU) (replaced) (replaced)"
            })
    void takeNoOtherForTheirOwn(String name) {
        TokenRecord token = token(name);

        assertThat(names.isDone(token) || names.isUnfinished(token) || names.isReplaced(token))
                .isFalse();
    }

    @Test
    void areDifferentForEachTokenThatIsMade() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            made.add(names.made());
        }
        assertThat(made).hasSize(100);
    }

    private static TokenRecord token(String name) {
        return new TokenRecord("id", name, Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
