package io.slicewise.live.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.live.query.LabelNames;
import io.slicewise.live.sums.Shapes.Printed;
import io.slicewise.live.sums.Shapes.Shape;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.usage.Averages;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShapesTest {
    private static final String A100 = "NVIDIA A100-SXM4-80GB";
    private static final String A30 = "NVIDIA A30";

    private static Shapes shapes(Weights weights, Printed... printed) {
        return Shapes.of(List.of(printed), Catalogue.builtIn(), SnapshotOptions.NONE, weights);
    }

    private static String query(Shapes shapes, Sum sum, Group group) {
        return new ShapeQueries(LabelNames.EXPORTER, shapes, false)
                .query(sum, group)
                .orElseThrow();
    }

    @Test
    void overOneModelSlicesStayWholeNumbers() {
        Shapes shapes = shapes(Weights.DEFAULT, new Printed(A100, "3g.40gb"), new Printed(A100, "1c.2g.20gb"));
        assertEquals(
                List.of(3.0, 2.0), shapes.weighed().stream().map(Shape::weight).toList());
        assertEquals(7.0, shapes.hardware().get(A100));
    }

    @Test
    void overSeveralModelsEachGpuCountsAsOne() {
        Shapes shapes = shapes(Weights.DEFAULT, new Printed(A100, "3g.40gb"), new Printed(A30, "1g.6gb"));
        assertEquals(3.0 / 7, shapes.weighed().get(0).weight(), 1e-15);
        assertEquals(0.25, shapes.weighed().get(1).weight(), 1e-15);
        assertEquals(1.0, shapes.hardware().get(A30));
    }

    @Test
    void anotherBasisWeighsOtherwise() {
        Shapes shapes =
                shapes(Weights.DEFAULT.withBasis(WeightBasis.Hardware.MEMORY_SLICES), new Printed(A100, "3g.40gb"));
        assertEquals(4.0, shapes.weighed().getFirst().weight());
        assertEquals(8.0, shapes.hardware().get(A100));
    }

    @Test
    void whatNobodyKnowsIsNoFigureAndIsNamed() {
        Shapes shapes = shapes(
                Weights.DEFAULT,
                new Printed("Somebody's GPU", "1g.5gb"),
                new Printed("", "1g.5gb"),
                new Printed(A100, ""));
        assertEquals(List.of(), shapes.weighed());
        assertEquals(Set.of("", "Somebody's GPU", A100), shapes.unknownModels());
        String unweighed = query(shapes, Sum.UNWEIGHED, Group.HOST);
        assertTrue(unweighed.endsWith(",GPU_I_ID!=\"\"}))"), unweighed);
        Sums sums = new Sums(4, 4, 2, 0, 0, 0, 0, 4);
        assertEquals(0.5, sums.averages().instanceAverage());
        assertTrue(Double.isNaN(sums.averages().weightedAverage()));
        assertTrue(Double.isNaN(sums.averages().wholeGpu()));
    }

    @Test
    void profilesThatWeighTheSameAreOneTermAndNamesAreQuoted() {
        Shapes shapes = shapes(
                Weights.DEFAULT,
                new Printed(A100, "1g.10gb"),
                new Printed(A100, "1g.10gb+me"),
                new Printed(A100, "3g.40gb"));
        String query = query(shapes, Sum.WEIGHTED_LOAD, Group.GPU);
        assertTrue(query.startsWith("sum by (Hostname, UUID) (1 * clamp_max(max by ("), query);
        assertTrue(query.contains("GPU_I_PROFILE=~\"1g\\\\.10gb|1g\\\\.10gb\\\\+me\""), query);
        assertEquals(2, query.split(" or ").length, query);
        String unweighed = query(shapes, Sum.UNWEIGHED, Group.HOST);
        assertTrue(unweighed.contains("modelName!~\"NVIDIA A100-SXM4-80GB\""), unweighed);
        assertTrue(unweighed.contains("GPU_I_PROFILE!~\"1g\\\\.10gb|1g\\\\.10gb\\\\+me|3g\\\\.40gb\""), unweighed);
        assertTrue(query(shapes, Sum.HARDWARE, Group.HOST)
                .startsWith("sum by (Hostname) (7 * group by (Hostname, UUID, modelName)"));
    }

    @Test
    void whatMayBeThereIsWeighedAndWhatCannotBeWeighedIsNotClaimed() {
        Shapes shapes = Shapes.of(
                List.of(new Printed(A100, "3g.40gb")),
                List.of(new Printed(A100, "2g.20gb"), new Printed("", "2g.20gb"), new Printed("Nobody's", "1g.5gb")),
                Catalogue.builtIn(),
                SnapshotOptions.NONE,
                Weights.DEFAULT);
        assertEquals(
                List.of(3.0, 2.0), shapes.weighed().stream().map(Shape::weight).toList());
        assertEquals(Set.of(), shapes.unknownModels());
    }

    @Test
    void sumsAreTheFiguresOfTheProduct() {
        double nothing = Double.NaN;
        Averages expected = Averages.of(new double[] {0.9, 0.8, nothing, 0.6}, new double[] {1, 1, 1, 2}, 7);
        Averages actual = new Sums(4, 3, 2.3, 5, 4, 2.9, 7, 0).averages();
        assertEquals(expected.instanceAverage(), actual.instanceAverage(), 1e-15);
        assertEquals(expected.weightedAverage(), actual.weightedAverage(), 1e-15);
        assertEquals(expected.wholeGpu(), actual.wholeGpu(), 1e-15);
        assertEquals(expected.wholeGpuLow(), actual.wholeGpuLow(), 1e-15);
        assertEquals(expected.wholeGpuHigh(), actual.wholeGpuHigh(), 1e-15);
        assertEquals(expected.allocatedShare(), actual.allocatedShare(), 1e-15);
        assertEquals(3, actual.reported());
        assertTrue(Double.isNaN(Sums.NONE.averages().instanceAverage()));
        assertTrue(Double.isNaN(Sums.NONE.averages().allocatedShare()));
    }
}
