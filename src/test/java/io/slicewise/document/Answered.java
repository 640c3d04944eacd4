package io.slicewise.document;

import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.Fleets;
import io.slicewise.live.LiveReader;
import io.slicewise.live.Reading;
import io.slicewise.live.Stub;
import io.slicewise.live.Stub.Said;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.Queries;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.work.Cancel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What holds of whatever a server answers: a reading in order, or a reason in the product's own words. One server and
 * one client for all answers, as a window has them.
 */
final class Answered {
    private static final Said COUNT = Said.number(4);
    private static final Answered SERVER = new Answered();

    private final Queries queries;
    private volatile Said answer = COUNT;

    private Answered() {
        try {
            queries = Stub.http(asked -> asked.parameter("query").startsWith("count(") ? COUNT : answer)
                    .queries();
        } catch (IOException | LiveException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of an answer to the question for all readings. */
    static List<String> faults(byte[] answer) {
        return SERVER.asked(answer);
    }

    private synchronized List<String> asked(byte[] body) {
        answer = new Said(200, Map.of("Content-Type", "application/json"), body);
        try {
            Reading reading = LiveReader.of(queries, Fleets.CATALOGUE, SnapshotOptions.NONE)
                    .fetch(new Cancel());
            List<String> faults = new ArrayList<>();
            if (reading instanceof Reading.OfSeries series) {
                faults.addAll(OwnWords.faults(series.snapshot().problems()));
                faults.addAll(Invariants.faults(DocumentContent.measured(Scenario.empty("x"), series.snapshot())));
            }
            return faults;
        } catch (LiveException e) {
            return OwnWords.faults(e.failure().message());
        }
    }
}
