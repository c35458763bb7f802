package io.github.aikidoconnect.simulator.azure;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.http.Route;
import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import io.github.aikidoconnect.simulator.scenario.Identity;
import io.github.aikidoconnect.simulator.scenario.Organization;
import io.github.aikidoconnect.simulator.scenario.Token;
import java.util.Optional;
import java.util.UUID;

/** Checks a call before a resource answers it: organization, token, version and scope, in this order. */
final class Gate {
    private final AzureScenario azure;
    private final Directory directory;
    private final Refusals refusals;
    private final Throttle throttle;

    Gate(AzureScenario azure, Directory directory, Refusals refusals) {
        this.azure = azure;
        this.directory = directory;
        this.refusals = refusals;
        this.throttle = new Throttle(azure.limit(), refusals);
    }

    /** Returns a route to a resource of an organization. */
    Route to(Resource resource, Visit.Endpoint endpoint) {
        return call -> marked(call, throttle.around(() -> admit(call, resource, endpoint)));
    }

    /** Returns a route that needs neither an organization nor a token. */
    Route open(Route route) {
        return call -> marked(call, throttle.around(() -> route.answer(call)));
    }

    private Answer admit(Call call, Resource resource, Visit.Endpoint endpoint) {
        Optional<Organization> organization = directory.organization(call.segment("organization"));
        if (organization.isEmpty()) {
            return refusals.unknownOrganization();
        }
        if (organization.get().status() == Organization.Status.STOPPED) {
            return refusals.stopped(organization.get().name());
        }
        Optional<Identity> identity = directory.identity(call.header("authorization"));
        if (identity.isPresent() && !identity.get().isUserOf(organization.get().name())) {
            return refusals.notAUser(identity.get());
        }
        Optional<Token> token = directory.token(call.header("authorization"));
        if (token.isEmpty() || !token.get().reaches(organization.get().name())) {
            return refusals.rejected(call);
        }
        if (token.get().hasEnded()) {
            return refusals.expired();
        }
        if (azure.conditionalAccess()) {
            return refusals.conditionalAccess();
        }
        return answer(new Visit(call, organization.get(), token.get()), resource, endpoint);
    }

    private Answer answer(Visit visit, Resource resource, Visit.Endpoint endpoint) {
        String version = visit.call().parameter("api-version");
        if (version == null) {
            return refusals.versionMissing(visit.call());
        }
        if (!Resource.knows(version)) {
            return refusals.versionOutOfRange(version);
        }
        if (azure.strictPreview() && resource.wantsPreview(version)) {
            return refusals.previewWanted(version);
        }
        boolean granted =
                resource.scopes().isEmpty() || resource.scopes().stream().anyMatch(visit.token()::grants);
        return granted ? endpoint.answer(visit) : refusals.unauthorized();
    }

    /** Adds the headers of every answer of the service, including one with an e-mail address. */
    private Answer marked(Call call, Answer answer) {
        String user = directory
                .token(call.header("authorization"))
                .map(t -> t.ownerId() + ":" + t.email())
                .orElse("00000000-0000-0000-0000-000000000000:anonymous@example.com");
        String activity = UUID.randomUUID().toString();
        return answer.with("X-VSS-UserData", user)
                .with("X-VSS-E2EID", activity)
                .with("ActivityId", activity)
                .with("X-TFS-ProcessId", "5a7d0c1e-0000-4000-8000-000000000001");
    }
}
