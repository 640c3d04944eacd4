package io.slicewise.live.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.slicewise.live.Stub;
import io.slicewise.live.Stub.Said;
import io.slicewise.live.http.LiveException;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.RecordedDays;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.replay.ReplayLayout.Wanted;
import io.slicewise.planning.replay.Replayed;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskedRangeTest {
    private static final GpuModel A100 = Fleets.model("a100-80gb");
    private static final double EXACT = 1e-12;

    private final Stub server = Stub.http(asked -> answer(asked.parameter("query")));
    private final Timeline timeline = new RecordedDays(3)
            .gpu("a")
            .with("1", "2g.20gb", 0.1, _ -> 0.6)
            .with("2", "1g.10gb", 0.1, _ -> 0.6)
            .done();

    AskedRangeTest() throws IOException {}

    /** Of the first instance by itself and of both together: how often all is wanted, what finds no room, and what is left to tell. */
    private static Said answer(String query) {
        String number = query.startsWith("count_over_time(")
                ? "61"
                : query.matches(".* >= bool \\d\\)\\[.*") ? "0.5" : query.contains("clamp_min") ? "0.4" : "0.9";
        String labels = query.contains("sum(") ? "" : "\"UUID\":\"a\",\"GPU_I_ID\":\"1\",\"GPU_I_PROFILE\":\"2g.20gb\"";
        return Said.vector("{\"metric\":{" + labels + "},\"value\":[1700000000,\"" + number + "\"]}");
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** The first instances of the GPU, each of which has a mean reading of 0.6, together as another one. */
    private AskedReplay replay(int instances, String to) throws LiveException {
        return replay(0.6, instances, to);
    }

    private AskedReplay replay(double mean, int instances, String to) throws LiveException {
        List<InstanceTrack> tracks = timeline.gpus().getFirst().instances().subList(0, instances);
        return AskedRanges.of(timeline, mean, server.queries())
                .replay(
                        ReplayLayout.packed(timeline, List.of(new Wanted(tracks, List.of(Fleets.profile(A100, to))))),
                        new Cancel());
    }

    private static double meanAfter(AskedReplay replay) {
        return Objects.requireNonNull(replay.after()).instanceAverage();
    }

    @Test
    void whatGetsALargerSizeLosesNothingAndIsNotAskedFor() throws LiveException {
        AskedReplay larger = replay(1, "4g");
        assertThat(server.asked()).isEmpty();
        Replayed group = larger.groups().getFirst();
        assertThat(group.fullShare()).isZero();
        assertThat(group.lost()).isZero();
        // 61 minutes of 0.6 of 2 slices
        assertThat(group.demand()).isCloseTo(1.2 * 61 / 60, within(EXACT));
        assertThat(larger.lostShare()).isZero();
        assertThat(Objects.requireNonNull(larger.before()).instanceAverage()).isCloseTo(0.6, within(EXACT));
        assertThat(meanAfter(larger)).isCloseTo(0.3, within(EXACT));
    }

    @Test
    void whatStaysIsAskedOnlyHowOftenItIsFull() throws LiveException {
        AskedReplay same = replay(1, "2g");
        assertThat(server.asked()).hasSize(1);
        assertThat(server.asked().getFirst().parameter("query")).contains(" * 2 >= bool 2");
        assertThat(same.groups().getFirst().fullShare()).isEqualTo(0.5);
        assertThat(same.groups().getFirst().lost()).isZero();
        assertThat(meanAfter(same)).isCloseTo(0.6, within(EXACT));
    }

    @Test
    void whatShrinksIsAskedForItsReadingHowOftenItIsFullAndWhatFindsNoRoom() throws LiveException {
        AskedReplay smaller = replay(1, "1g");
        assertThat(server.asked()).hasSize(3);
        assertThat(smaller.groups().getFirst().fullShare()).isEqualTo(0.5);
        assertThat(smaller.lost()).isCloseTo(0.4 * 61 / 60, within(EXACT));
        // 0.4 of 1.2
        assertThat(smaller.lostShare()).isCloseTo(1.0 / 3, within(EXACT));
        assertThat(meanAfter(smaller)).isEqualTo(0.9);
    }

    @Test
    void whatNobodyReportedIsNotAskedFor() throws LiveException {
        AskedReplay silent = replay(Double.NaN, 1, "1g");
        assertThat(server.asked()).isEmpty();
        assertThat(silent.groups().getFirst().fullShare()).isNaN();
        assertThat(silent.groups().getFirst().demand()).isZero();
        assertThat(silent.lost()).isZero();
        assertThat(silent.lostShare()).isNaN();
        assertThat(silent.after()).isNull();
    }

    @Test
    void ofInstancesTogetherOnlyWhatCanDifferIsAsked() throws LiveException {
        AskedReplay larger = replay(2, "4g");
        // how many readings, and their mean: 0.9 of 3 slices
        assertThat(server.asked()).hasSize(2);
        assertThat(larger.groups().getFirst().fullShare()).isZero();
        assertThat(larger.groups().getFirst().demand()).isCloseTo(0.9 * 61 / 60, within(EXACT));
        assertThat(larger.lost()).isZero();
        assertThat(meanAfter(larger)).isCloseTo(0.9 / 4, within(EXACT));
        AskedReplay same = replay(2, "3g");
        assertThat(server.asked()).hasSize(2 + 3);
        assertThat(same.groups().getFirst().fullShare()).isEqualTo(0.5);
        assertThat(same.lost()).isZero();
        assertThat(meanAfter(same)).isCloseTo(0.3, within(EXACT));
        AskedReplay smaller = replay(2, "2g");
        assertThat(server.asked()).hasSize(2 + 3 + 5);
        assertThat(smaller.lost()).isCloseTo(0.4 * 61 / 60, within(EXACT));
        assertThat(meanAfter(smaller)).isEqualTo(0.9);
    }
}
