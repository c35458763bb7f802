package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import io.github.aikidoconnect.internal.plan.SettingChange;
import io.github.aikidoconnect.internal.plan.SettingsPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The acknowledged changes of settings that Aikido's list has to show. */
final class SettingsExpectation implements Verification.Expectation {

    private static final String NOT_SHOWN = "Aikido acknowledged the change, but its list does not show it.";

    private final SettingsLog log;
    private final Map<Long, Expected> expected = new HashMap<>();

    private record Expected(SettingsPlan.Item item, List<SettingChange> changes) {

        boolean isShownBy(CodeRepository entry) {
            return changes.stream().noneMatch(change -> SettingsState.isMissing(item, entry, change));
        }
    }

    SettingsExpectation(SettingsPlan plan, SettingsLog log, Map<RepositoryPlan, Long> ids) {
        this.log = log;
        for (SettingsPlan.Item item : plan.items()) {
            List<SettingChange> written = log.with(item.repository(), Result.DONE).stream()
                    .filter(change -> change.key().isListed())
                    .toList();
            Long id = ids.get(item.repository());
            if (id != null && !written.isEmpty()) {
                expected.put(id, new Expected(item, written));
            }
        }
    }

    @Override
    public boolean isMet() {
        return expected.isEmpty();
    }

    @Override
    public void see(List<CodeRepository> page) {
        for (CodeRepository entry : page) {
            Expected awaited = expected.get(entry.id());
            if (awaited != null && awaited.isShownBy(entry)) {
                expected.remove(entry.id());
            }
        }
    }

    @Override
    public void missing() {
        expected.values()
                .forEach(awaited -> awaited.changes()
                        .forEach(change -> log.contradicted(awaited.item().repository(), change, NOT_SHOWN)));
    }
}
