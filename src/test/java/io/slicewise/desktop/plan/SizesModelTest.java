package io.slicewise.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.desktop.plan.LayoutChoice.Row;
import io.slicewise.desktop.plan.LayoutChoice.Start;
import io.slicewise.desktop.plan.SizesModel.Made;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.RecordedDays;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.demand.Sizing;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.planning.purchase.Purchase;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizeSentences;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.timeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SizesModelTest {
    private static final GpuModel A100 = Fleets.model("a100-80gb");

    private final Window window = new Window();
    private final Timeline timeline = new RecordedDays(3)
            .gpu("a")
            .with("1", "4g.40gb", 0.1, _ -> 0.1)
            .with("2", "3g.40gb", 0.1, _ -> 0.3)
            .gpu("b")
            .with("1", "2g.20gb", Double.NaN, _ -> 0.2)
            .with("2", "2g.20gb", 0.2, _ -> 0.5)
            .done();
    private final SimpleObjectProperty<@Nullable PurchasePlan> plan = new SimpleObjectProperty<>();
    private final SizesModel model = new SizesModel(timeline, plan, window);

    private Made made() {
        return Objects.requireNonNull(model.madeProperty().get());
    }

    private static List<String> profiles(Made made) {
        return made.rows().stream()
                .flatMap(row -> row.replayed().group().to().stream())
                .map(slot -> slot.instance().profile().name())
                .toList();
    }

    @Test
    void proposedSizesAreReplayed() {
        // 0.4/0.8, 0.9/0.8 slices; no memory; saturated low
        assertThat(profiles(made())).containsExactly("1g.10gb", "2g.20gb", "2g.20gb", "2g.20gb");
        assertThat(Messages.in(Language.ENGLISH).say(SizeSentences.counts(made().sizes())))
                .isEqualTo("2 too large, 0 too small, 0 right, 2 without an answer");
        assertThat(made().replay().freed()).hasSize(1);
        assertThat(made().replay().lostShare()).isZero();
    }

    @Test
    void rulesCountAtOnce() {
        model.rulesProperty().set(new SizeRules(0.95, 0.8, 0.1, Map.of(2, 0.5)));

        // 2·1/0.8 slices: the reading is that of a full one
        assertThat(profiles(made())).containsExactly("1g.10gb", "2g.20gb", "2g.20gb", "3g.40gb");
    }

    @Test
    void aProfileThatIsChosenByHandStays() {
        Row first = made().rows().getFirst();
        model.choice().choose(first.refs(), List.of(Fleets.profile(A100, "7g")));

        assertThat(profiles(made())).contains("7g.80gb").doesNotContain("1g.10gb");
        model.choice().startProperty().set(Start.RECORDED);
        assertThat(profiles(made())).containsExactly("4g.40gb", "3g.40gb", "2g.20gb", "2g.20gb");
        assertThat(made().after().rows(timeline.start(), timeline.end()))
                .isEqualTo(made().before().rows(timeline.start(), timeline.end()));
    }

    @Test
    void whatThePlanServesInstancesByIsReplayed() {
        model.choice().startProperty().set(Start.PLANNED);
        assertThat(made().planned()).isZero();
        assertThat(profiles(made())).containsExactly("4g.40gb", "3g.40gb", "2g.20gb", "2g.20gb");
        // a plan that wants two slices for the one and four for the other, by the names that they have here
        Demand more = model.demand(made());
        plan.set(Purchase.plan(
                new Demand(List.of(
                        DemandLine.of(more.lines().get(0).name(), 1, new Need.AtLeast(2, 0)),
                        DemandLine.of(more.lines().get(1).name(), 1, new Need.AtLeast(4, 0)))),
                List.of(Offer.of(A100, null)),
                PlanRules.NONE,
                List.of(),
                Effort.USUAL));
        assertThat(made().planned()).isEqualTo(2);
        assertThat(profiles(made())).containsExactly("2g.20gb", "4g.40gb", "2g.20gb", "2g.20gb");
    }

    @Test
    void rowsArePutTogetherAndSplitUp() {
        model.choice().startProperty().set(Start.RECORDED);
        List<Row> ofB = made().rows().subList(2, 4);
        assertThat(model.choice().canJoin(ofB)).isTrue();
        model.choice().join(ofB);

        assertThat(profiles(made())).containsExactlyInAnyOrder("4g.40gb", "3g.40gb", "4g.40gb");
        assertThat(made().rows()).hasSize(3);
        Row joined = made().rows().getLast();
        assertThat(joined.refs()).hasSize(2);
        // 0.4 + 1 of 4 slices
        assertThat(joined.replayed().demand()).isEqualTo(1.4 * 72, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(model.choice().canSplit(List.of(joined))).isTrue();
        model.choice().split(joined);
        assertThat(profiles(made())).filteredOn("1g.10gb"::equals).hasSize(4);
    }

    @Test
    void whatIsChosenByHandStaysWhereItWas() {
        List<InstanceRef> before = firsts();
        model.choice().join(made().rows().subList(2, 4));
        model.choice().choose(made().rows().getFirst().refs(), List.of(Fleets.profile(A100, "7g.80gb")));

        assertThat(firsts()).containsExactlyElementsOf(before.subList(0, 3));
    }

    private List<InstanceRef> firsts() {
        return made().rows().stream().map(row -> row.refs().iterator().next()).toList();
    }

    @Test
    void theDemandIsServedByTheProposedProfiles() {
        Demand demand = model.demand(made());
        assertThat(demand.lines()).hasSize(4);
        assertThat(demand.lines().stream()
                        .map(line -> new Sizing(A100, 1)
                                .serving(line.need())
                                .orElseThrow()
                                .name())
                        .toList())
                .isEqualTo(profiles(made()));
        assertThat(demand.lines().getFirst().need()).isInstanceOf(Need.PartOfGpu.class);
        assertThat(demand.lines().get(2).need()).isEqualTo(new Need.Named("2g.20gb"));
    }

    @Test
    void whatNobodyWantsAnyMoreIsStopped() {
        window.later = true;
        model.rulesProperty().set(new SizeRules(0.5, 0.8, 0.1, Map.of()));
        assertThat(model.work().workingProperty().get()).isTrue();
        model.work().stop();
        window.goOn();

        assertThat(model.work().workingProperty().get()).isFalse();
        assertThat(model.work().stoppedProperty().get()).isTrue();
        assertThat(made().rules()).isEqualTo(SizeRules.USUAL);
        model.compute();
        window.goOn();
        assertThat(made().rules().quantile()).isEqualTo(0.5);
    }
}
