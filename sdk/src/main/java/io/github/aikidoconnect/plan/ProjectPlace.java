package io.github.aikidoconnect.plan;

import io.github.aikidoconnect.azure.AzureRepository;
import java.util.List;
import java.util.stream.Stream;

/**
 * The project that a plan is for.
 *
 * @param organization the organization's name
 * @param name the project's name
 * @param id the project's GUID, which some addresses have in place of the name
 */
public record ProjectPlace(String organization, String name, String id) {

    boolean holds(Place place) {
        boolean sameProject =
                place.project().equals(Place.fold(name)) || place.project().equals(Place.fold(id));
        return sameProject && place.organization().equals(Place.fold(organization));
    }

    /** Returns the places that an address of a repository can name: its project and itself, each by name or id. */
    List<Place> places(AzureRepository repository) {
        return Stream.of(name, id)
                .flatMap(project -> Stream.of(repository.name(), repository.id())
                        .map(known -> new Place(Place.fold(organization), Place.fold(project), Place.fold(known))))
                .toList();
    }
}
