package io.slicewise.document.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Measured;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.fleet.Readings;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.Snapshots;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was measured of a document survives saving, each of it by itself. */
class ReadingsOfDocumentsProperties {
    @Provide
    Arbitrary<Readings> readings() {
        Arbitrary<Double> ratio =
                Arbitraries.doubles().between(0, 1).injectNull(0.3).map(it -> it == null ? Double.NaN : it);
        Arbitrary<Double> mib =
                Arbitraries.doubles().between(0, 200_000).injectNull(0.3).map(it -> it == null ? Double.NaN : it);
        return Combinators.combine(ratio, ratio, ratio, ratio, mib).as(Readings::new);
    }

    @Property(tries = 200)
    void savingKeepsThem(
            @ForAll("readings") Readings first,
            @ForAll("readings") Readings second,
            @ForAll ReadingKind kind,
            @ForAll boolean powered) {
        Gpu gpu = Fleets.gpu("GPU 0", "a100-80gb", "1g.10gb 90", "4g.40gb -");
        List<Instance> instances = new ArrayList<>(gpu.instances());
        instances.set(0, instances.get(0).withReadings(first));
        instances.set(1, instances.get(1).withReadings(second));
        Fleet fleet = Fleets.of(gpu.withInstances(instances).withPower(powered ? 231.5 : Double.NaN));
        ReadingKind averaged = kind == ReadingKind.OCCUPANCY ? ReadingKind.ENGINE : kind;
        Measured measured = DocumentContent.measured(Scenario.empty("x"), Snapshots.of(fleet));
        Scenario scenario = measured.scenario().withWeights(Weights.DEFAULT.of(averaged));
        ScenarioFile.Read read = ScenarioFile.read("x", ScenarioFile.write(measured.with(scenario)), Fleets.CATALOGUE);
        assertEquals(List.of(), read.problems());
        assertEquals(scenario, Objects.requireNonNull(read.scenario()));
    }
}
