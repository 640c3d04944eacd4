package io.slicewise.report.xlsx;

import io.slicewise.mig.GpuModel;
import io.slicewise.page.Amounts;
import io.slicewise.report.xlsx.Book.Look;
import io.slicewise.report.xlsx.Hardware.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sheet of GPUs: what all of each weighs, how much of it is allocated and busy, and what it costs. */
final class GpuSheet {
    private static final int GPU_ID = 0;
    private static final int GPU_NAME = 1;
    private static final int HOST = 2;
    private static final int MODEL = 3;
    private static final int WHOLE_WEIGHT = 4;
    private static final int ALL_SLICES = 5;
    private static final int ALL_MEMORY = 6;
    private static final int WATTS = 7;
    private static final int ALLOCATED = 8;
    private static final int WEIGHTED = 9;
    private static final int WHOLE = 10;
    private static final int GPU_COST = 11;
    private static final int GPU_ALLOCATED_COST = 12;
    private static final int GPU_UNALLOCATED_COST = 13;

    private final Ranges ranges;
    private final Hardware hardware;
    private final Amounts amounts;
    private final Sheet sheet;

    GpuSheet(Ranges ranges, Hardware hardware, Amounts amounts) {
        this.ranges = ranges;
        this.hardware = hardware;
        this.amounts = amounts;
        sheet = ranges.sheet("xlsx.sheet.gpus");
    }

    void names() {
        name("GpuWeight", WHOLE_WEIGHT);
        name("GpuId", GPU_ID);
        name("GpuSlices", ALL_SLICES);
        name("GpuMemory", ALL_MEMORY);
        name("GpuCost", GPU_COST);
    }

    private void name(String name, int column) {
        ranges.column(name, sheet, column, hardware.units().size());
    }

    void write() {
        sheet.header(List.of(
                ranges.say("xlsx.gpuId"),
                ranges.say("report.column.gpu"),
                ranges.say("xlsx.host"),
                ranges.say("xlsx.model"),
                ranges.say("xlsx.gpuWeight"),
                ranges.say("xlsx.gpuSlices"),
                ranges.say("xlsx.gpuMemory"),
                ranges.say("xlsx.watts"),
                ranges.say("report.column.allocated"),
                ranges.say("figures.weighted.name"),
                ranges.say("figures.whole.name"),
                amounts.title("xlsx.cost"),
                amounts.title("xlsx.allocatedCost"),
                amounts.title("xlsx.unallocatedCost")));
        for (Unit unit : hardware.units()) {
            write(unit);
        }
    }

    private void write(Unit unit) {
        GpuModel model = unit.gpu().model();
        Sheet.Row row = sheet.row();
        row.text(GPU_ID, unit.gpu().id());
        row.text(GPU_NAME, unit.name());
        row.text(HOST, unit.gpu().host());
        row.text(MODEL, model == null ? "" : model.id());
        row.number(WHOLE_WEIGHT, unit.weight(), Look.INPUT);
        row.number(ALL_SLICES, model == null ? Double.NaN : model.computeSlices(), Look.INPUT);
        row.number(ALL_MEMORY, memory(model), Look.INPUT);
        row.number(WATTS, unit.gpu().powerWatts(), Look.NUMBER);
        String mine = "SUMIF(" + ranges.of("InstanceGpu") + "," + row.at(GPU_ID) + ",";
        row.formula(
                ALLOCATED,
                "IF(ISNUMBER(" + row.at(WHOLE_WEIGHT) + ")," + mine + ranges.of("Weight") + ")/" + row.at(WHOLE_WEIGHT)
                        + ",\"\")",
                Look.PERCENT);
        row.formula(
                WEIGHTED,
                "IFERROR(" + mine + ranges.of("InstanceLoad") + ")/" + mine + ranges.of("KnownWeight") + "),\"\")",
                Look.PERCENT);
        row.formula(WHOLE, "IFERROR(" + row.at(WEIGHTED) + "*" + row.at(ALLOCATED) + ",\"\")", Look.PERCENT);
        String rate =
                "INDEX(" + ranges.of("HourlyRate") + ",MATCH(" + row.at(MODEL) + "," + ranges.of("RateModel") + ",0))";
        row.formula(
                GPU_COST,
                "IFERROR(IF(" + rate + "=\"\",\"\"," + rate + "*" + ranges.of("Hours") + "),\"\")",
                Look.MONEY);
        row.formula(
                GPU_ALLOCATED_COST,
                "IF(" + row.at(GPU_COST) + "=\"\",\"\"," + mine + ranges.of("InstanceCost") + "))",
                Look.MONEY);
        row.formula(
                GPU_UNALLOCATED_COST,
                "IF(" + row.at(GPU_COST) + "=\"\",\"\"," + row.at(GPU_COST) + "-" + row.at(GPU_ALLOCATED_COST) + ")",
                Look.MONEY);
    }

    private static double memory(@Nullable GpuModel model) {
        Integer memory = model == null ? null : model.memorySlices();
        return memory == null ? Double.NaN : memory;
    }
}
