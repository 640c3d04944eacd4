package io.slicewise.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.slicewise.desktop.document.Document;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.goal.GoalFigure;
import io.slicewise.planning.goal.GoalGrid;
import io.slicewise.planning.goal.GoalVariable;
import io.slicewise.scenario.Scenario;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GridModelTest {
    private final Document document = Document.unchanged(DocumentContent.planned(
            Scenario.empty("a GPU").withFleet(Fleets.of(Fleets.model("a100-80gb"), "1g@0 1g@1 3g@4"))));
    private final GridModel model = new GridModel(document);

    @Test
    void itStartsWithTwoThatHaveNothingInCommon() {
        assertThat(Objects.requireNonNull(model.acrossProperty().get()).name()).isEqualTo("1g.10gb");
        assertThat(Objects.requireNonNull(model.downProperty().get()).name()).isEqualTo("3g.40gb");
        GoalGrid grid = Objects.requireNonNull(model.gridProperty().get());
        // two slices at x, three at y, of five: 0.4 x + 0.6 y
        assertThat(grid.at(1, 0)).isCloseTo(0.4, within(1e-12));
        assertThat(grid.at(0, 1)).isCloseTo(0.6, within(1e-12));
        model.figureProperty().set(GoalFigure.WHOLE);
        assertThat(Objects.requireNonNull(model.gridProperty().get()).at(1, 1)).isCloseTo(5.0 / 7, within(1e-12));
    }

    @Test
    void whatHasInstancesInCommonIsNotOffered() {
        GoalVariable across = Objects.requireNonNull(model.acrossProperty().get());
        assertThat(model.besides(across))
                .allSatisfy(one -> assertThat(one.instances()).doesNotContainAnyElementsOf(across.instances()));
        model.downProperty().set(across);
        assertThat(model.gridProperty().get()).isNull();
    }

    @Test
    void theTableHasEveryPoint() {
        String table = HeatGrid.table(Objects.requireNonNull(model.gridProperty().get()), "W");
        assertThat(table.lines()).hasSize(HeatGrid.POINTS + 1);
        assertThat(table.lines().skip(1).findFirst()).hasValueSatisfying(row -> assertThat(row).startsWith("1.0\t0.6"));
        assertThat(table).endsWith("\t0.4\n");
    }
}
