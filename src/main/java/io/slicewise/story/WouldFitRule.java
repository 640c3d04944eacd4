package io.slicewise.story;

import io.slicewise.planning.room.ProfileRoom;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Text;
import java.util.Optional;

/** The largest profile that fits nowhere now and would after moves; of a single slice {@link StrandedRule} tells. */
final class WouldFitRule extends Rule {
    WouldFitRule() {
        super("would-fit", View.PLAN);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        return facts.room().profiles().stream()
                .filter(room -> room.now() == 0
                        && room.afterMoves() > 0
                        && room.isProven()
                        && room.profile().computeSlices() > 1)
                .reduce((_, larger) -> larger)
                .map(room -> found(room, facts));
    }

    private Finding found(ProfileRoom room, Facts facts) {
        double slices = (double) room.afterMoves() * room.profile().computeSlices();
        double all =
                (double) room.model().computeSlices() * facts.figures().gpus().size();
        return Finding.ofGpus(
                Severity.INFO,
                this,
                Text.of(
                        "story.wouldFit",
                        facts.mentions().naming().possible(room.model(), room.profile()),
                        room.afterMoves()),
                Text.of("story.wouldFit.advice"),
                facts.gpus(room.model()),
                slices / all);
    }
}
