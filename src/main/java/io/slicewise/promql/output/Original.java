package io.slicewise.promql.output;

import io.slicewise.promql.query.QueryFigure;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A query of the source document, as it stands there.
 *
 * @param query the text
 * @param fails when it says something else than what is meant, or nothing
 */
public record Original(String query, List<Text> fails) {
    private static final String AVERAGE = "avg(DCGM_FI_PROF_GR_ENGINE_ACTIVE{pod=\"your-pod\"})";
    private static final String WEIGHTED = """
        (
          sum(DCGM_FI_PROF_GR_ENGINE_ACTIVE{pod="your-pod", GPU_I_PROFILE="1g.10gb"} * 0.143) +
          sum(DCGM_FI_PROF_GR_ENGINE_ACTIVE{pod="your-pod", GPU_I_PROFILE="2g.20gb"} * 0.286)
        ) / (
          count(DCGM_FI_PROF_GR_ENGINE_ACTIVE{pod="your-pod", GPU_I_PROFILE="1g.10gb"}) * 0.143 +
          count(DCGM_FI_PROF_GR_ENGINE_ACTIVE{pod="your-pod", GPU_I_PROFILE="2g.20gb"}) * 0.286
        )\
        """;

    public Original {
        fails = List.copyOf(fails);
    }

    /** The source document's query of a figure; empty where it has none. */
    public static Optional<Original> of(QueryFigure figure) {
        return switch (figure) {
            case INSTANCE_AVERAGE ->
                Optional.of(new Original(
                        AVERAGE,
                        List.of(Text.of("promql.original.duplicates"), Text.of("promql.original.averageNan"))));
            case WEIGHTED_AVERAGE ->
                Optional.of(new Original(
                        WEIGHTED,
                        List.of(
                                Text.of("promql.original.absent"),
                                Text.of("promql.original.unnamed"),
                                Text.of("promql.original.rounded"),
                                Text.of("promql.original.models"),
                                Text.of("promql.original.duplicates"))));
            default -> Optional.empty();
        };
    }
}
