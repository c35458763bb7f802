package io.github.aikidoconnect.internal.aikido;

import java.util.List;
import java.util.Map;

/** The calls about the teams of a workspace (published API description, 2026-10). */
public final class Teams {

    /** The largest page size that the API allows. */
    private static final int PAGE = 100;

    private final AikidoCalls calls;

    Teams(AikidoCalls calls) {
        this.calls = calls;
    }

    /** Returns all teams. Needs {@code teams:read}. */
    public List<Team> all() throws InterruptedException {
        return calls.list("teams", page -> "/teams?page=" + page + "&per_page=" + PAGE, Team::of, page -> false);
    }

    /** Creates a team and returns its id. Needs {@code teams:write}. */
    public long create(String name) throws InterruptedException {
        return calls.post("/teams", Map.of("name", name), Confirmation.CREATED_ID)
                .path("id")
                .asLong();
    }

    /** Links a repository to a team that was created in Aikido. Needs {@code teams:write}. */
    public void link(long team, long repository) throws InterruptedException {
        calls.post("/teams/" + team + "/linkResource", Map.of("repo_id", repository), Confirmation.SUCCESS);
    }
}
