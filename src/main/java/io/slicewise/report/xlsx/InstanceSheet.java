package io.slicewise.report.xlsx;

import io.slicewise.fleet.Instance;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.page.Amounts;
import io.slicewise.page.Subject;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.money.CostRule;
import io.slicewise.report.xlsx.Book.Look;
import io.slicewise.report.xlsx.Hardware.Unit;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.List;

/** The sheet of instances: weights and utilizations as inputs, and what follows from them for each. */
final class InstanceSheet {
    private static final int GPU_ID = 0;
    private static final int GPU_NAME = 1;
    private static final int HOST = 2;
    private static final int MODEL = 3;
    private static final int INSTANCE = 4;
    private static final int PROFILE = 5;
    private static final int OWNER = 6;
    private static final int COUNTED = 7;
    private static final int SLICES = 8;
    private static final int MEMORY = 9;
    private static final int WEIGHT = 10;
    private static final int UTILIZATION = 11;
    private static final int LOAD = 12;
    private static final int KNOWN = 13;
    private static final int CONTRIBUTION = 14;
    private static final int RAW_SHARE = 15;
    private static final int SHARE = 16;
    private static final int COST = 17;
    private static final int USED = 18;
    private static final int KNOWN_SLICES = 19;
    private static final int BUSY_SLICES = 20;

    /** Engine time, where the figures are of another reading: money goes by it. */
    private static final int ENGINE = 21;

    private final Ranges ranges;
    private final Subject subject;
    private final Hardware hardware;
    private final Assumptions assumptions;
    private final Amounts amounts;
    private final Sheet sheet;
    private final int last;

    InstanceSheet(Ranges ranges, Subject subject, Hardware hardware, Amounts amounts) {
        this.ranges = ranges;
        this.subject = subject;
        this.hardware = hardware;
        this.amounts = amounts;
        assumptions = subject.ledger().assumptions();
        sheet = ranges.sheet("xlsx.sheet.instances");
        last = Math.max(1, hardware.instances());
    }

    void names() {
        name("Utilization", UTILIZATION);
        name("KnownSlices", KNOWN_SLICES);
        name("BusySlices", BUSY_SLICES);
        name("Weight", WEIGHT);
        name("Counted", COUNTED);
        name("Slices", SLICES);
        name("InstanceLoad", LOAD);
        name("KnownWeight", KNOWN);
        name("InstanceGpu", GPU_ID);
        name("InstanceModel", MODEL);
        name("InstanceCost", COST);
        name("InstanceUsed", USED);
    }

    private void name(String name, int column) {
        ranges.column(name, sheet, column, hardware.instances());
    }

    private boolean isOfEngine() {
        return subject.figures().weights().reading() == ReadingKind.ENGINE;
    }

    private int busy() {
        return isOfEngine() ? UTILIZATION : ENGINE;
    }

    void write() {
        List<String> titles = new ArrayList<>(List.of(
                ranges.say("xlsx.gpuId"),
                ranges.say("report.column.gpu"),
                ranges.say("xlsx.host"),
                ranges.say("xlsx.model"),
                ranges.say("report.column.instance"),
                ranges.say("report.column.profile"),
                ranges.say("report.column.owner"),
                ranges.say("xlsx.counted"),
                ranges.say("report.column.slices"),
                ranges.say("xlsx.memorySlices"),
                ranges.say("xlsx.weight"),
                ranges.say("report.column.utilization"),
                ranges.say("xlsx.load"),
                ranges.say("xlsx.known"),
                ranges.say("report.column.contribution"),
                ranges.say("xlsx.rawShare"),
                ranges.say("xlsx.share"),
                amounts.title("xlsx.cost"),
                amounts.title("xlsx.used"),
                ranges.say("xlsx.knownSlices"),
                ranges.say("xlsx.busySlices")));
        if (!isOfEngine()) {
            titles.add(ranges.say("xlsx.engine"));
        }
        sheet.header(titles);
        for (Unit unit : hardware.units()) {
            for (int i = 0; i < unit.gpu().instances().size(); i++) {
                write(unit, unit.gpu().instances().get(i), unit.weights().get(i));
            }
        }
    }

    private void write(Unit unit, Instance instance, double weight) {
        Profile profile = instance.profile();
        GpuModel model = unit.gpu().model();
        Sheet.Row row = sheet.row();
        row.text(GPU_ID, unit.gpu().id());
        row.text(GPU_NAME, unit.name());
        row.text(HOST, unit.gpu().host());
        row.text(MODEL, model == null ? "" : model.id());
        row.text(INSTANCE, Naming.onGpu(unit.gpu(), instance));
        row.text(PROFILE, profile.name());
        row.text(OWNER, instance.owner());
        row.number(COUNTED, unit.counted() ? 1 : 0, Look.PLAIN);
        row.number(SLICES, profile.computeSlices(), Look.INPUT);
        Integer memory = profile.memorySlices();
        row.number(MEMORY, memory == null ? Double.NaN : memory, Look.INPUT);
        row.number(WEIGHT, weight, Look.INPUT);
        row.number(UTILIZATION, reading(unit, instance), Look.INPUT_PERCENT);
        String u = row.at(UTILIZATION);
        String read = "AND(" + row.at(COUNTED) + "=1,ISNUMBER(" + u + "),ISNUMBER(" + row.at(WEIGHT) + "))";
        row.formula(LOAD, "IF(" + read + "," + row.at(WEIGHT) + "*" + u + ",0)", Look.NUMBER);
        row.formula(KNOWN, "IF(" + read + "," + row.at(WEIGHT) + ",0)", Look.NUMBER);
        row.formula(
                CONTRIBUTION,
                "IF(AND(" + read + ",ISNUMBER(" + ranges.of("WeightedAverage") + ")),(" + row.at(WEIGHT) + "/SUM("
                        + ranges.of("KnownWeight") + ")-1/" + ranges.of("Reported") + ")*(" + u + "-"
                        + ranges.of("InstanceAverage")
                        + "),\"\")",
                Look.POINTS);
        if (!isOfEngine()) {
            row.number(ENGINE, instance.utilization(), Look.INPUT_PERCENT);
        }
        write(row, row.at(busy()));
    }

    /** What the figures are of, which may be another reading than the engine's; of a GPU beside them its own. */
    private double reading(Unit unit, Instance instance) {
        return unit.counted() ? subject.figures().weights().reading().of(instance) : instance.utilization();
    }

    /** What the instance costs: its share of its GPU's price, and the part of that which is in use. */
    private void write(Sheet.Row row, String u) {
        String gpu = "MATCH(" + row.at(GPU_ID) + "," + ranges.of("GpuId") + ",0)";
        String model = "MATCH(" + row.at(MODEL) + "," + ranges.of("RateModel") + ",0)";
        String bySlices = row.at(SLICES) + "/INDEX(" + ranges.of("GpuSlices") + "," + gpu + ")";
        String byMemory = row.at(MEMORY) + "/INDEX(" + ranges.of("GpuMemory") + "," + gpu + ")";
        String hasMemory = "ISNUMBER(" + row.at(MEMORY) + ")";
        String share = switch (assumptions.rule()) {
            case SLICES -> bySlices;
            case MEMORY -> "IF(" + hasMemory + "," + byMemory + ",\"\")";
            case DOMINANT -> "IF(" + hasMemory + ",MAX(" + bySlices + "," + byMemory + "),\"\")";
        };
        row.formula(RAW_SHARE, "IFERROR(" + share + ",\"\")", Look.PERCENT);
        String raw = row.at(RAW_SHARE);
        String all = "SUMIF(" + ranges.of("InstanceGpu") + "," + row.at(GPU_ID) + "," + sheet.range(RAW_SHARE, 1, last)
                + ")";
        row.formula(
                SHARE,
                assumptions.rule() == CostRule.DOMINANT
                        ? "IF(ISNUMBER(" + raw + ")," + raw + "/MAX(1," + all + "),\"\")"
                        : raw,
                Look.PERCENT);
        String rate = "INDEX(" + ranges.of("HourlyRate") + "," + model + ")";
        row.formula(
                COST,
                "IFERROR(IF(OR(" + rate + "=\"\"," + row.at(SHARE) + "=\"\"),\"\"," + row.at(SHARE) + "*" + rate + "*"
                        + ranges.of("Hours") + "),\"\")",
                Look.MONEY);
        row.formula(KNOWN_SLICES, "IF(ISNUMBER(" + u + ")," + row.at(SLICES) + ",0)", Look.NUMBER);
        row.formula(BUSY_SLICES, "IF(ISNUMBER(" + u + ")," + row.at(SLICES) + "*" + u + ",0)", Look.NUMBER);
        String mean = "INDEX(" + ranges.of("ModelMean") + "," + model + ")";
        String busy = "IF(ISNUMBER(" + u + ")," + u + "," + mean + ")";
        row.formula(
                USED, "IFERROR(IF(" + row.at(COST) + "=\"\",\"\"," + row.at(COST) + "*" + busy + "),\"\")", Look.MONEY);
    }
}
