package io.github.aikidoconnect.plan;

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

    Place repository(String repository) {
        return new Place(Place.fold(organization), Place.fold(name), Place.fold(repository));
    }

    /** The beginning of every address of this project, after the host. */
    String path() {
        return "/" + Place.fold(organization) + "/" + Place.fold(name);
    }
}
