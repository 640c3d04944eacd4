package io.slicewise.usage.survey;

import io.slicewise.usage.Averages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that a query asked for.
 *
 * @param query what was asked
 * @param rows as a table shows them: below each open group its members
 * @param found all rows of GPUs and instances, without groups, in the order of the table
 * @param gpus how many GPUs they are, or are on
 * @param averages over the found rows; of instances with the hardware of the whole fleet
 */
public record QueryResult(Query query, List<Row> rows, List<Row> found, int gpus, Averages averages) {
    public QueryResult {
        rows = List.copyOf(rows);
        found = List.copyOf(found);
    }

    /** The rows of the GPUs that these rows are or are on, whole, each once, in the order of the fleet. */
    public static List<GpuRow> gpus(List<? extends Row> rows, FleetTable survey) {
        Map<Integer, GpuRow> byIndex = new LinkedHashMap<>();
        for (Row row : rows) {
            for (Row member : row.members()) {
                int index = gpuIndex(member);
                byIndex.computeIfAbsent(index, survey.gpus()::get);
            }
        }
        List<GpuRow> gpus = new ArrayList<>(byIndex.values());
        gpus.sort((a, b) -> Integer.compare(a.index(), b.index()));
        return gpus;
    }

    static int gpuIndex(Row row) {
        return switch (row) {
            case GpuRow gpu -> gpu.index();
            case InstanceRow instance -> instance.gpuIndex();
            case GroupRow group ->
                group.members().isEmpty() ? -1 : gpuIndex(group.members().getFirst());
        };
    }
}
