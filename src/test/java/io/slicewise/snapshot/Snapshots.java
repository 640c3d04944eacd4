package io.slicewise.snapshot;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Labels;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import java.util.List;
import java.util.Map;

/** Snapshots for tests, without a file. */
public final class Snapshots {
    private Snapshots() {}

    /** One that tells nothing but a fleet. */
    public static Snapshot of(Fleet fleet) {
        return of(fleet, Labels.NONE, List.of());
    }

    /** One that tells of a fleet, of labels and of what was noticed. */
    public static Snapshot of(Fleet fleet, Labels labels, List<Problem> problems) {
        return new Snapshot(
                "export",
                fleet,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                labels,
                new UnitDecision(UnitDecision.Unit.RATIO, Text.said("", Wording.of("as chosen")), true),
                new Snapshot.Counts(0, 0, 0, 0, 0, 0),
                null,
                null,
                problems);
    }
}
