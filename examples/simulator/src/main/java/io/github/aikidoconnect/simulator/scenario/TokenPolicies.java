package io.github.aikidoconnect.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a tenant and an organization for new personal access tokens, as documented by Microsoft. The
 * description of the API names the error of each.
 *
 * @param noGlobal refuse tokens for all organizations
 * @param noFullScope refuse tokens with full access
 * @param maxDays refuse tokens that are valid for longer; 0 means no limit
 * @param error refuse every new or changed token with this {@code patTokenError}, or null
 * @param form how a refusal is answered
 */
@RecordBuilder
public record TokenPolicies(
        boolean noGlobal,
        boolean noFullScope,
        int maxDays,
        @Nullable String error,
        Form form) implements TokenPoliciesBuilder.With {
    public TokenPolicies {
        form = form == null ? Form.RESULT : form;
    }

    static TokenPolicies none() {
        return new TokenPolicies(false, false, 0, null, Form.RESULT);
    }

    /** How a refusal is answered. */
    public enum Form {
        /** 200 with {@code patTokenError}, as the API describes it. */
        @JsonProperty("result")
        RESULT,
        /** 400 with the error's name as the message, as an older API answered. */
        @JsonProperty("exception")
        EXCEPTION
    }
}
