package io.github.aikidoconnect.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The simulated Azure DevOps. Each switch is off unless it is set; the facts are from Microsoft's descriptions of Azure
 * DevOps REST 7.1 and from reports of its users.
 *
 * @param organizations the organizations
 * @param tokens the existing personal access tokens; all others are invalid
 * @param rejection how an invalid token is answered
 * @param ignoreSuppress answer so even to a request with {@code X-TFS-FedAuthRedirect: Suppress}, which otherwise is
 *     answered 401
 * @param anonymousConnectionData answer connectionData for an invalid token with the anonymous user
 * @param expiry how an expired token is answered
 * @param notFound how a project that does not exist is answered
 * @param strictPreview refuse version 7.1 for a resource that is only in preview
 * @param conditionalAccess refuse every accepted token with VS403463
 * @param profileRefusesTokens answer the profile API with 401 for all scopes, as described in an old FAQ
 * @param pageSize how many projects or personal access tokens a page has at most; 0 is 100
 * @param limit when calls are delayed and refused, or null for never
 * @param entraTokens the access tokens of Microsoft Entra that are known
 * @param tokenPolicies the policies for new personal access tokens
 * @param identities the identities of Microsoft Entra
 */
@RecordBuilder
public record AzureScenario(
        List<Organization> organizations,
        List<Token> tokens,
        Rejection rejection,
        boolean ignoreSuppress,
        boolean anonymousConnectionData,
        Expiry expiry,
        NotFound notFound,
        boolean strictPreview,
        boolean conditionalAccess,
        boolean profileRefusesTokens,
        int pageSize,
        @Nullable AzureLimit limit,
        List<EntraToken> entraTokens,
        TokenPolicies tokenPolicies,
        List<Identity> identities)
        implements AzureScenarioBuilder.With {
    public AzureScenario {
        organizations = organizations == null ? List.of() : List.copyOf(organizations);
        tokens = tokens == null ? List.of() : List.copyOf(tokens);
        rejection = rejection == null ? Rejection.SIGN_IN_PAGE : rejection;
        expiry = expiry == null ? Expiry.TEXT : expiry;
        notFound = notFound == null ? NotFound.JSON : notFound;
        pageSize = pageSize == 0 ? 100 : pageSize;
        entraTokens = entraTokens == null ? List.of() : List.copyOf(entraTokens);
        tokenPolicies = tokenPolicies == null ? TokenPolicies.none() : tokenPolicies;
        identities = identities == null ? List.of() : List.copyOf(identities);
    }

    static AzureScenario empty() {
        return AzureScenarioBuilder.builder().build();
    }

    /** How a token that was never valid is answered. */
    public enum Rejection {
        /** 203 with an HTML sign-in page. */
        @JsonProperty("sign-in-page")
        SIGN_IN_PAGE,
        /** 302 to {@code _signin}. */
        @JsonProperty("redirect")
        REDIRECT,
        /** 401 with an empty body. */
        @JsonProperty("unauthorized")
        UNAUTHORIZED
    }

    /** The form of the 401 for an expired token. */
    public enum Expiry {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("json")
        JSON,
        @JsonProperty("html")
        HTML
    }

    /** The form of the 404 for a project that does not exist. */
    public enum NotFound {
        @JsonProperty("json")
        JSON,
        @JsonProperty("text")
        TEXT
    }
}
