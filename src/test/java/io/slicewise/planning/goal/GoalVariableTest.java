package io.slicewise.planning.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.fleet.Fleet;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.goal.GoalVariable.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalVariableTest {
    @Test
    void allThenWhatIsAlikeThenEach() {
        List<GoalVariable> all =
                GoalVariable.of(Fleets.of(Fleets.model("a100-80gb"), "1g@0 1g@1 3g@4"));
        assertThat(all).extracting(GoalVariable::kind)
                .containsExactly(
                        Kind.ALL, Kind.PROFILE, Kind.PROFILE, Kind.INSTANCE, Kind.INSTANCE, Kind.INSTANCE);
        assertThat(all.getFirst().instances()).hasSize(3);
        assertThat(all.get(1).name()).isEqualTo("1g.10gb");
        assertThat(all.get(1).instances()).hasSize(2);
    }

    @Test
    void gpusWhereThereAreSeveralAndNothingOfNothing() {
        List<GoalVariable> all = GoalVariable.of(Fleets.of(Fleets.model("a100-80gb"), "7g@0 / 7g@0"));
        assertThat(all).extracting(GoalVariable::kind)
                .containsExactly(Kind.ALL, Kind.GPU, Kind.GPU, Kind.INSTANCE, Kind.INSTANCE);
        assertThat(GoalVariable.of(Fleet.EMPTY)).isEmpty();
    }
}
