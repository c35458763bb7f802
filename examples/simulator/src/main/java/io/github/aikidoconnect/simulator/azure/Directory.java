package io.github.aikidoconnect.simulator.azure;

import io.github.aikidoconnect.simulator.entra.IssuedTokens;
import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import io.github.aikidoconnect.simulator.scenario.EntraToken;
import io.github.aikidoconnect.simulator.scenario.Identity;
import io.github.aikidoconnect.simulator.scenario.Organization;
import io.github.aikidoconnect.simulator.scenario.Project;
import io.github.aikidoconnect.simulator.scenario.Token;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds organizations, projects and tokens by the values in a call. */
record Directory(AzureScenario azure, TokenStore tokens, IssuedTokens issued) {
    Optional<Organization> organization(String name) {
        return azure.organizations().stream()
                .filter(o -> o.name().equalsIgnoreCase(name))
                .findFirst();
    }

    static Optional<Project> project(Organization organization, String nameOrId) {
        return organization.projects().stream()
                .filter(p -> p.name().equalsIgnoreCase(nameOrId) || p.id().equalsIgnoreCase(nameOrId))
                .findFirst();
    }

    /**
     * The token of an Authorization header: the password of Basic with any username, or after Bearer a Microsoft Entra
     * access token, which has the permissions of its owner, or a pipeline's job token. Each token states how it must be
     * sent.
     */
    Optional<Token> token(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return entraToken(authorization)
                    .map(EntraToken::asToken)
                    .or(() -> bearer(authorization).flatMap(issued::find))
                    .or(() -> bearer(authorization)
                            .flatMap(tokens::find)
                            .filter(token -> token.scheme() != Token.Scheme.BASIC));
        }
        return tokens.find(password(authorization.substring(6).trim()))
                .filter(token -> token.scheme() != Token.Scheme.BEARER);
    }

    /** Returns the Microsoft Entra access token of an Authorization header. */
    Optional<EntraToken> entraToken(@Nullable String authorization) {
        return bearer(authorization)
                .flatMap(value -> azure.entraTokens().stream()
                        .filter(t -> t.value().equals(value))
                        .findFirst());
    }

    /** Returns the identity of Microsoft Entra that an access token was issued for. */
    Optional<Identity> identity(@Nullable String authorization) {
        return bearer(authorization).flatMap(issued::identity);
    }

    private static Optional<String> bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(authorization.substring(7).trim())
                : Optional.empty();
    }

    private static String password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
