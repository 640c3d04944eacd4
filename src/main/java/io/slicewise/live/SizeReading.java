package io.slicewise.live;

import io.slicewise.live.sums.AskedSizes;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Timeline;
import java.util.List;

/** What a server's range tells of right sizes, and which way it went. */
public sealed interface SizeReading {
    /** What is said of each instance. */
    List<SizedInstance> sizes();

    /** Which way it went. */
    Text way();

    /**
     * Every sample travelled.
     *
     * @param timeline what was recorded
     * @param series how many series there are
     */
    record Loaded(List<SizedInstance> sizes, Timeline timeline, long series) implements SizeReading {
        @Override
        public Text way() {
            return Text.of("live.way.series", series);
        }
    }

    /**
     * The server worked it out.
     *
     * @param asked what it said
     * @param chosen whether a person chose this way; else there was too much
     */
    record Asked(AskedSizes asked, boolean chosen) implements SizeReading {
        @Override
        public List<SizedInstance> sizes() {
            return asked.sizes();
        }

        @Override
        public Text way() {
            return Text.of(
                    chosen ? "live.way.sizes" : "live.way.sizesLarge",
                    asked.numbers(),
                    asked.sizes().size());
        }
    }
}
