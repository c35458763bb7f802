package io.github.aikidoconnect.simulator.azure;

import static io.github.aikidoconnect.simulator.http.Json.object;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import java.util.List;

/** Entitlements and profile, and the resources that require more than the four scopes. */
record PeopleApi(AzureScenario azure, Refusals refusals) {

    Answer entitlements(Visit visit) {
        return Answer.json(
                200,
                object(
                        "licenses",
                        List.of(object(
                                "licenseName",
                                "Basic",
                                "accountLicenseType",
                                "express",
                                "available",
                                3,
                                "assigned",
                                2,
                                "total",
                                5)),
                        "projectRefs",
                        visit.organization().projects().stream()
                                .map(p -> object("id", p.id(), "name", p.name()))
                                .toList()));
    }

    Answer profile(Visit visit) {
        if (azure.profileRefusesTokens()) {
            return refusals.unauthorized();
        }
        return Answer.json(
                200,
                object(
                        "displayName",
                        visit.token().owner(),
                        "publicAlias",
                        visit.token().ownerId(),
                        "emailAddress",
                        visit.token().email(),
                        "coreRevision",
                        391,
                        "timeStamp",
                        "2026-01-15T10:20:30.0000000+00:00",
                        "id",
                        visit.token().ownerId(),
                        "revision",
                        391));
    }

    Answer groups(Visit visit) {
        return CoreApi.list(List.of(object("displayName", "Project Collection Administrators")));
    }

    Answer processes(Visit visit) {
        return CoreApi.list(List.of(object("name", "Agile")));
    }

    Answer agentClouds(Visit visit) {
        return CoreApi.list(List.of());
    }

    Answer permissionReports(Visit visit) {
        return CoreApi.list(List.of());
    }
}
