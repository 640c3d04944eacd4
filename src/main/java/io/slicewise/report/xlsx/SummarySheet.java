package io.slicewise.report.xlsx;

import io.slicewise.page.Subject;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.money.PaidTime;
import io.slicewise.report.xlsx.Book.Look;
import io.slicewise.report.xlsx.Hardware.Unit;

/** The sheet that comes first: the figures, and what everything costs. */
final class SummarySheet {
    private final Ranges ranges;
    private final Subject subject;
    private final Hardware hardware;
    private final Assumptions assumptions;
    private final Sheet sheet;

    SummarySheet(Ranges ranges, Subject subject, Hardware hardware) {
        this.ranges = ranges;
        this.subject = subject;
        this.hardware = hardware;
        assumptions = subject.ledger().assumptions();
        sheet = ranges.sheet("xlsx.sheet.summary");
    }

    /** The figures, and what everything costs; what cannot be worked out is a dash. */
    void write() {
        sheet.width(0, 36);
        sheet.width(1, 18);
        sheet.width(2, 60);
        sheet.row().text(0, subject.name(), Look.TITLE);
        sheet.row().text(0, ranges.say("xlsx.how"));
        sheet.gap();
        String all = "COUNTIF(" + ranges.of("Counted") + ",1)";
        String known = "SUM(" + ranges.of("KnownWeight") + ")";
        // one weight that nobody knows, and there is no weighted figure
        String weighed = "COUNTIFS(" + ranges.of("Counted") + ",1," + ranges.of("Weight") + ",\">=0\")=" + all;
        line("xlsx.instances", "Instances", all, Look.NUMBER);
        line(
                "xlsx.reported",
                "Reported",
                "COUNTIFS(" + ranges.of("Counted") + ",1," + ranges.of("Utilization") + ",\">=0\")",
                Look.NUMBER);
        line(
                "figures.average.name",
                "InstanceAverage",
                "IF(" + ranges.of("Reported") + "=0,\"–\",SUMIF(" + ranges.of("Counted") + ",1,"
                        + ranges.of("Utilization") + ")/" + ranges.of("Reported") + ")",
                Look.PERCENT);
        line(
                "figures.weighted.name",
                "WeightedAverage",
                "IF(AND(" + weighed + "," + known + ">0),SUM(" + ranges.of("InstanceLoad") + ")/" + known + ",\"–\")",
                Look.PERCENT);
        line(
                "report.column.allocated",
                "AllocatedShare",
                "IF(AND(" + weighed + ",COUNT(" + ranges.of("GpuWeight") + ")=" + counted() + ",SUM("
                        + ranges.of("GpuWeight")
                        + ")>0),SUMIF(" + ranges.of("Counted") + ",1," + ranges.of("Weight") + ")/SUM("
                        + ranges.of("GpuWeight")
                        + "),\"–\")",
                Look.PERCENT);
        line(
                "figures.whole.name",
                "WholeGpu",
                "IF(AND(ISNUMBER(" + ranges.of("WeightedAverage") + "),ISNUMBER(" + ranges.of("AllocatedShare") + ")),"
                        + ranges.of("WeightedAverage") + "*" + ranges.of("AllocatedShare") + ",\"–\")",
                Look.PERCENT);
        line(
                "xlsx.gap",
                "Gap",
                "IF(AND(ISNUMBER(" + ranges.of("WeightedAverage") + "),ISNUMBER(" + ranges.of("InstanceAverage") + ")),"
                        + ranges.of("WeightedAverage") + "-" + ranges.of("InstanceAverage") + ",\"–\")",
                Look.POINTS);
        sheet.gap();
        hours();
        money();
    }

    private long counted() {
        return hardware.units().stream().filter(Unit::counted).count();
    }

    private void hours() {
        Sheet.Row row = sheet.row();
        row.text(0, ranges.say("xlsx.hours"));
        row.number(1, PaidTime.MONTH.doubleValue(), Look.INPUT);
        ranges.name("Hours", sheet.cell(1, row.index()));
    }

    private void money() {
        String priced =
                "COUNT(" + ranges.of("GpuCost") + ")=" + hardware.units().size();
        line("money.part.total", "TotalCost", "IF(" + priced + ",SUM(" + ranges.of("GpuCost") + "),\"–\")", Look.MONEY);
        String shared = "AND(ISNUMBER(" + ranges.of("TotalCost") + "),COUNT(" + ranges.of("InstanceCost") + ")="
                + hardware.instances() + ")";
        String used = "AND(" + shared + ",COUNT(" + ranges.of("InstanceUsed") + ")=" + hardware.instances() + ")";
        line(
                "money.part.used",
                "UsedCost",
                "IF(" + used + ",SUM(" + ranges.of("InstanceUsed") + "),\"–\")",
                Look.MONEY);
        line(
                "money.part.idle",
                "IdleCost",
                "IF(" + used + ",SUM(" + ranges.of("InstanceCost") + ")-" + ranges.of("UsedCost") + ",\"–\")",
                Look.MONEY);
        line(
                "money.part.unallocated",
                "UnallocatedCost",
                "IF(" + shared + "," + ranges.of("TotalCost") + "-SUM(" + ranges.of("InstanceCost") + "),\"–\")",
                Look.MONEY);
        Sheet.Row rule = sheet.row();
        rule.text(0, ranges.say("money.rule"));
        rule.text(1, ranges.say("money.rule.short." + assumptions.rule().id()));
        if (!assumptions.currency().isBlank()) {
            Sheet.Row currency = sheet.row();
            currency.text(0, ranges.say("money.currency"));
            currency.text(1, assumptions.currency());
        }
    }

    /** A line with a formula that has a name. */
    private void line(String title, String name, String formula, Look look) {
        Sheet.Row row = sheet.row();
        row.text(0, ranges.say(title));
        ranges.name(name, sheet.cell(1, row.index()));
        row.formula(1, formula, look);
        row.text(2, ranges.of(name));
    }
}
