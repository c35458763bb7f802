package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.internal.azure.AzureRepository;
import io.github.aikidoconnect.location.AzureNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The project that a plan is for.
 *
 * @param organization the organization's name
 * @param name the project's name
 * @param id the project's GUID, which some addresses contain instead of the name
 * @param servers the base URLs at which this organization is, empty text for the service
 */
public record ProjectAddress(String organization, String name, String id, Set<String> servers) {

    public ProjectAddress {
        servers = servers.stream().map(ServerAddress::server).collect(Collectors.toUnmodifiableSet());
    }

    /** Creates the address of a project of the service at {@code dev.azure.com}. */
    public ProjectAddress(String organization, String name, String id) {
        this(organization, name, id, Set.of(""));
    }

    boolean holds(RepositoryAddress place) {
        boolean sameProject =
                place.project().equals(AzureNames.fold(name)) || place.project().equals(AzureNames.fold(id));
        return sameProject && isOfOrganization(place);
    }

    /** Returns whether an address belongs to this project on the server of the run. */
    boolean holds(ServerAddress address) {
        return servers.contains(address.server()) && holds(address.place());
    }

    /** Returns whether an address belongs to the organization. It may contain a former name of a project. */
    boolean isOfOrganization(ServerAddress address) {
        return servers.contains(address.server()) && isOfOrganization(address.place());
    }

    private boolean isOfOrganization(RepositoryAddress place) {
        return place.organization().equals(AzureNames.fold(organization));
    }

    /** Returns the possible addresses of a repository, with the project and the repository each by name or id. */
    List<RepositoryAddress> places(AzureRepository repository) {
        return Stream.of(name, id)
                .flatMap(project -> Stream.of(repository.name(), repository.id())
                        .map(known -> new RepositoryAddress(
                                AzureNames.fold(organization), AzureNames.fold(project), AzureNames.fold(known))))
                .toList();
    }
}
