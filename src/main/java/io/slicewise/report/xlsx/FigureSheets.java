package io.slicewise.report.xlsx;

import io.slicewise.fleet.Instance;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.page.Subject;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.money.CostRule;
import io.slicewise.planning.money.PaidTime;
import io.slicewise.report.xlsx.Book.Look;
import io.slicewise.report.xlsx.Hardware.Unit;
import io.slicewise.usage.Naming;
import io.slicewise.usage.timeline.Timeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of a document: a summary, its instances, its GPUs, and what an hour of each model costs.
 *
 * <p>Let w be the weight and u the utilization of the instances in the figures: S is the mean of u, W is Σw·u/Σw over those with a
 * reading, G is W·Σw/ΣW of the GPUs, all as formulas. A cell without a reading stays empty. Costs are those of a month of 730 hours,
 * shared out by the document's rule, and an instance without a reading counts with the mean of its model.
 */
final class FigureSheets {
    // columns of the instances
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

    // columns of the GPUs
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

    private final Book book;
    private final Subject subject;
    private final String suffix;
    private final Hardware hardware;
    private final Assumptions assumptions;
    private final Sheet summary;
    private final Sheet instances;
    private final Sheet gpus;
    private final Sheet rates;
    private final int lastInstance;
    private final int lastGpu;
    private final int lastModel;

    /** @param suffix behind the names of sheets and ranges, so that two documents stand in one workbook; empty for one */
    FigureSheets(Book book, Subject subject, String suffix) {
        this.book = book;
        this.subject = subject;
        this.suffix = suffix;
        hardware = Hardware.of(subject);
        assumptions = subject.ledger().assumptions();
        summary = book.sheet(say("xlsx.sheet.summary") + suffix);
        instances = book.sheet(say("xlsx.sheet.instances") + suffix);
        gpus = book.sheet(say("xlsx.sheet.gpus") + suffix);
        rates = book.sheet(say("xlsx.sheet.rates") + suffix);
        lastInstance = Math.max(1, hardware.instances());
        lastGpu = Math.max(1, hardware.units().size());
        lastModel = Math.max(1, hardware.models().size());
    }

    private String say(String key) {
        return book.words().say(key);
    }

    void write() {
        // names come before the formulas that use them
        names();
        writeSummary();
        writeRates();
        writeInstances();
        writeGpus();
    }

    private String named(String name) {
        return name + suffix;
    }

    private void names() {
        name("Utilization", instances.range(UTILIZATION, 1, lastInstance));
        name("KnownSlices", instances.range(KNOWN_SLICES, 1, lastInstance));
        name("BusySlices", instances.range(BUSY_SLICES, 1, lastInstance));
        name("Weight", instances.range(WEIGHT, 1, lastInstance));
        name("Counted", instances.range(COUNTED, 1, lastInstance));
        name("Slices", instances.range(SLICES, 1, lastInstance));
        name("InstanceLoad", instances.range(LOAD, 1, lastInstance));
        name("KnownWeight", instances.range(KNOWN, 1, lastInstance));
        name("InstanceGpu", instances.range(GPU_ID, 1, lastInstance));
        name("InstanceModel", instances.range(MODEL, 1, lastInstance));
        name("InstanceCost", instances.range(COST, 1, lastInstance));
        name("InstanceUsed", instances.range(USED, 1, lastInstance));
        name("GpuWeight", gpus.range(WHOLE_WEIGHT, 1, lastGpu));
        name("GpuId", gpus.range(GPU_ID, 1, lastGpu));
        name("GpuSlices", gpus.range(ALL_SLICES, 1, lastGpu));
        name("GpuMemory", gpus.range(ALL_MEMORY, 1, lastGpu));
        name("GpuCost", gpus.range(GPU_COST, 1, lastGpu));
        name("RateModel", rates.range(0, 1, lastModel));
        name("HourlyRate", rates.range(2, 1, lastModel));
        name("ModelMean", rates.range(3, 1, lastModel));
    }

    private boolean isOfEngine() {
        return subject.figures().weights().reading() == ReadingKind.ENGINE;
    }

    private int busy() {
        return isOfEngine() ? UTILIZATION : ENGINE;
    }

    private void name(String name, String reference) {
        book.name(named(name), reference);
    }

    /** What an hour costs of each model, and how busy it is on average: by slices, of what has a reading. */
    private void writeRates() {
        rates.header(List.of(say("xlsx.model"), say("plan.column.model"), say("xlsx.rate"), say("xlsx.mean")));
        rates.width(1, 28);
        for (GpuModel model : hardware.models()) {
            Sheet.Row row = rates.row();
            row.text(0, model.id());
            row.text(1, model.shortName());
            BigDecimal rate = assumptions.rate(model.id());
            row.number(2, rate == null ? Double.NaN : rate.doubleValue(), Look.INPUT);
            String mine = "SUMIF(" + named("InstanceModel") + "," + row.at(0) + ",";
            String known = mine + named("KnownSlices") + ")";
            row.formula(3, "IF(" + known + "=0,\"\"," + mine + named("BusySlices") + ")/" + known + ")", Look.PERCENT);
        }
    }

    private void writeInstances() {
        List<String> titles = new ArrayList<>(List.of(
                say("xlsx.gpuId"),
                say("report.column.gpu"),
                say("xlsx.host"),
                say("xlsx.model"),
                say("report.column.instance"),
                say("report.column.profile"),
                say("report.column.owner"),
                say("xlsx.counted"),
                say("report.column.slices"),
                say("xlsx.memorySlices"),
                say("xlsx.weight"),
                say("report.column.utilization"),
                say("xlsx.load"),
                say("xlsx.known"),
                say("report.column.contribution"),
                say("xlsx.rawShare"),
                say("xlsx.share"),
                title("xlsx.cost"),
                title("xlsx.used"),
                say("xlsx.knownSlices"),
                say("xlsx.busySlices")));
        if (!isOfEngine()) {
            titles.add(say("xlsx.engine"));
        }
        instances.header(titles);
        for (Unit unit : hardware.units()) {
            for (int i = 0; i < unit.gpu().instances().size(); i++) {
                write(unit, unit.gpu().instances().get(i), unit.weights().get(i));
            }
        }
    }

    private String title(String key) {
        return assumptions.currency().isBlank()
                ? say(key)
                : book.words().say("money.column.in", say(key), assumptions.currency());
    }

    private void write(Unit unit, Instance instance, double weight) {
        Profile profile = instance.profile();
        GpuModel model = unit.gpu().model();
        Sheet.Row row = instances.row();
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
                "IF(AND(" + read + ",ISNUMBER(" + named("WeightedAverage") + ")),(" + row.at(WEIGHT) + "/SUM("
                        + named("KnownWeight") + ")-1/" + named("Reported") + ")*(" + u + "-" + named("InstanceAverage")
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
        String gpu = "MATCH(" + row.at(GPU_ID) + "," + named("GpuId") + ",0)";
        String model = "MATCH(" + row.at(MODEL) + "," + named("RateModel") + ",0)";
        String bySlices = row.at(SLICES) + "/INDEX(" + named("GpuSlices") + "," + gpu + ")";
        String byMemory = row.at(MEMORY) + "/INDEX(" + named("GpuMemory") + "," + gpu + ")";
        String hasMemory = "ISNUMBER(" + row.at(MEMORY) + ")";
        String share = switch (assumptions.rule()) {
            case SLICES -> bySlices;
            case MEMORY -> "IF(" + hasMemory + "," + byMemory + ",\"\")";
            case DOMINANT -> "IF(" + hasMemory + ",MAX(" + bySlices + "," + byMemory + "),\"\")";
        };
        row.formula(RAW_SHARE, "IFERROR(" + share + ",\"\")", Look.PERCENT);
        String raw = row.at(RAW_SHARE);
        String all = "SUMIF(" + named("InstanceGpu") + "," + row.at(GPU_ID) + ","
                + instances.range(RAW_SHARE, 1, lastInstance) + ")";
        row.formula(
                SHARE,
                assumptions.rule() == CostRule.DOMINANT
                        ? "IF(ISNUMBER(" + raw + ")," + raw + "/MAX(1," + all + "),\"\")"
                        : raw,
                Look.PERCENT);
        String rate = "INDEX(" + named("HourlyRate") + "," + model + ")";
        row.formula(
                COST,
                "IFERROR(IF(OR(" + rate + "=\"\"," + row.at(SHARE) + "=\"\"),\"\"," + row.at(SHARE) + "*" + rate + "*"
                        + named("Hours") + "),\"\")",
                Look.MONEY);
        row.formula(KNOWN_SLICES, "IF(ISNUMBER(" + u + ")," + row.at(SLICES) + ",0)", Look.NUMBER);
        row.formula(BUSY_SLICES, "IF(ISNUMBER(" + u + ")," + row.at(SLICES) + "*" + u + ",0)", Look.NUMBER);
        String mean = "INDEX(" + named("ModelMean") + "," + model + ")";
        String busy = "IF(ISNUMBER(" + u + ")," + u + "," + mean + ")";
        row.formula(
                USED, "IFERROR(IF(" + row.at(COST) + "=\"\",\"\"," + row.at(COST) + "*" + busy + "),\"\")", Look.MONEY);
    }

    private void writeGpus() {
        gpus.header(List.of(
                say("xlsx.gpuId"),
                say("report.column.gpu"),
                say("xlsx.host"),
                say("xlsx.model"),
                say("xlsx.gpuWeight"),
                say("xlsx.gpuSlices"),
                say("xlsx.gpuMemory"),
                say("xlsx.watts"),
                say("report.column.allocated"),
                say("figures.weighted.name"),
                say("figures.whole.name"),
                title("xlsx.cost"),
                title("xlsx.allocatedCost"),
                title("xlsx.unallocatedCost")));
        for (Unit unit : hardware.units()) {
            write(unit);
        }
    }

    private void write(Unit unit) {
        GpuModel model = unit.gpu().model();
        Sheet.Row row = gpus.row();
        row.text(GPU_ID, unit.gpu().id());
        row.text(GPU_NAME, unit.name());
        row.text(HOST, unit.gpu().host());
        row.text(MODEL, model == null ? "" : model.id());
        row.number(WHOLE_WEIGHT, unit.weight(), Look.INPUT);
        row.number(ALL_SLICES, model == null ? Double.NaN : model.computeSlices(), Look.INPUT);
        row.number(ALL_MEMORY, memory(model), Look.INPUT);
        row.number(WATTS, unit.gpu().powerWatts(), Look.NUMBER);
        String mine = "SUMIF(" + named("InstanceGpu") + "," + row.at(GPU_ID) + ",";
        row.formula(
                ALLOCATED,
                "IF(ISNUMBER(" + row.at(WHOLE_WEIGHT) + ")," + mine + named("Weight") + ")/" + row.at(WHOLE_WEIGHT)
                        + ",\"\")",
                Look.PERCENT);
        row.formula(
                WEIGHTED,
                "IFERROR(" + mine + named("InstanceLoad") + ")/" + mine + named("KnownWeight") + "),\"\")",
                Look.PERCENT);
        row.formula(WHOLE, "IFERROR(" + row.at(WEIGHTED) + "*" + row.at(ALLOCATED) + ",\"\")", Look.PERCENT);
        String rate = "INDEX(" + named("HourlyRate") + ",MATCH(" + row.at(MODEL) + "," + named("RateModel") + ",0))";
        row.formula(
                GPU_COST, "IFERROR(IF(" + rate + "=\"\",\"\"," + rate + "*" + named("Hours") + "),\"\")", Look.MONEY);
        row.formula(
                GPU_ALLOCATED_COST,
                "IF(" + row.at(GPU_COST) + "=\"\",\"\"," + mine + named("InstanceCost") + "))",
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

    /** The figures, and what everything costs; what cannot be worked out is a dash. */
    private void writeSummary() {
        summary.width(0, 36);
        summary.width(1, 18);
        summary.width(2, 60);
        summary.row().text(0, subject.name(), Look.TITLE);
        summary.row().text(0, say("xlsx.how"));
        Timeline timeline = subject.timeline();
        if (timeline != null && subject.isRange()) {
            String from = Instant.ofEpochMilli(timeline.start()).toString();
            String to = Instant.ofEpochMilli(timeline.end()).toString();
            summary.row().text(0, book.words().say("xlsx.range", from, to));
        }
        summary.gap();
        String all = "COUNTIF(" + named("Counted") + ",1)";
        String known = "SUM(" + named("KnownWeight") + ")";
        // one weight that nobody knows, and there is no weighted figure
        String weighed = "COUNTIFS(" + named("Counted") + ",1," + named("Weight") + ",\">=0\")=" + all;
        line("xlsx.instances", "Instances", all, Look.NUMBER);
        line(
                "xlsx.reported",
                "Reported",
                "COUNTIFS(" + named("Counted") + ",1," + named("Utilization") + ",\">=0\")",
                Look.NUMBER);
        line(
                "figures.average.name",
                "InstanceAverage",
                "IF(" + named("Reported") + "=0,\"–\",SUMIF(" + named("Counted") + ",1," + named("Utilization") + ")/"
                        + named("Reported") + ")",
                Look.PERCENT);
        line(
                "figures.weighted.name",
                "WeightedAverage",
                "IF(AND(" + weighed + "," + known + ">0),SUM(" + named("InstanceLoad") + ")/" + known + ",\"–\")",
                Look.PERCENT);
        line(
                "report.column.allocated",
                "AllocatedShare",
                "IF(AND(" + weighed + ",COUNT(" + named("GpuWeight") + ")=" + counted() + ",SUM(" + named("GpuWeight")
                        + ")>0),SUMIF(" + named("Counted") + ",1," + named("Weight") + ")/SUM(" + named("GpuWeight")
                        + "),\"–\")",
                Look.PERCENT);
        line(
                "figures.whole.name",
                "WholeGpu",
                "IF(AND(ISNUMBER(" + named("WeightedAverage") + "),ISNUMBER(" + named("AllocatedShare") + ")),"
                        + named("WeightedAverage") + "*" + named("AllocatedShare") + ",\"–\")",
                Look.PERCENT);
        line(
                "xlsx.gap",
                "Gap",
                "IF(AND(ISNUMBER(" + named("WeightedAverage") + "),ISNUMBER(" + named("InstanceAverage") + ")),"
                        + named("WeightedAverage") + "-" + named("InstanceAverage") + ",\"–\")",
                Look.POINTS);
        summary.gap();
        hours();
        money();
    }

    private long counted() {
        return hardware.units().stream().filter(Unit::counted).count();
    }

    private void hours() {
        Sheet.Row row = summary.row();
        row.text(0, say("xlsx.hours"));
        row.number(1, PaidTime.MONTH.doubleValue(), Look.INPUT);
        name("Hours", summary.cell(1, row.index()));
    }

    private void money() {
        String priced = "COUNT(" + named("GpuCost") + ")=" + hardware.units().size();
        line("money.part.total", "TotalCost", "IF(" + priced + ",SUM(" + named("GpuCost") + "),\"–\")", Look.MONEY);
        String shared = "AND(ISNUMBER(" + named("TotalCost") + "),COUNT(" + named("InstanceCost") + ")="
                + hardware.instances() + ")";
        String used = "AND(" + shared + ",COUNT(" + named("InstanceUsed") + ")=" + hardware.instances() + ")";
        line("money.part.used", "UsedCost", "IF(" + used + ",SUM(" + named("InstanceUsed") + "),\"–\")", Look.MONEY);
        line(
                "money.part.idle",
                "IdleCost",
                "IF(" + used + ",SUM(" + named("InstanceCost") + ")-" + named("UsedCost") + ",\"–\")",
                Look.MONEY);
        line(
                "money.part.unallocated",
                "UnallocatedCost",
                "IF(" + shared + "," + named("TotalCost") + "-SUM(" + named("InstanceCost") + "),\"–\")",
                Look.MONEY);
        Sheet.Row rule = summary.row();
        rule.text(0, say("money.rule"));
        rule.text(1, say("money.rule.short." + assumptions.rule().id()));
        if (!assumptions.currency().isBlank()) {
            Sheet.Row currency = summary.row();
            currency.text(0, say("money.currency"));
            currency.text(1, assumptions.currency());
        }
    }

    /** A line with a formula that has a name. */
    private void line(String title, String name, String formula, Look look) {
        Sheet.Row row = summary.row();
        row.text(0, say(title));
        name(name, summary.cell(1, row.index()));
        row.formula(1, formula, look);
        row.text(2, named(name));
    }
}
