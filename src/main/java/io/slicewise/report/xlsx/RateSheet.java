package io.slicewise.report.xlsx;

import io.slicewise.mig.GpuModel;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.report.xlsx.Book.Look;
import java.math.BigDecimal;
import java.util.List;

/** The sheet of what an hour of each model costs, and how busy a model is on average: by slices, of what has a reading. */
final class RateSheet {
    private static final int MODEL = 0;
    private static final int NAME = 1;
    private static final int RATE = 2;
    private static final int MEAN = 3;

    private final Ranges ranges;
    private final Hardware hardware;
    private final Assumptions assumptions;
    private final Sheet sheet;

    RateSheet(Ranges ranges, Hardware hardware, Assumptions assumptions) {
        this.ranges = ranges;
        this.hardware = hardware;
        this.assumptions = assumptions;
        sheet = ranges.sheet("xlsx.sheet.rates");
    }

    void names() {
        name("RateModel", MODEL);
        name("HourlyRate", RATE);
        name("ModelMean", MEAN);
    }

    private void name(String name, int column) {
        ranges.column(name, sheet, column, hardware.models().size());
    }

    void write() {
        sheet.header(List.of(
                ranges.say("xlsx.model"),
                ranges.say("plan.column.model"),
                ranges.say("xlsx.rate"),
                ranges.say("xlsx.mean")));
        sheet.width(NAME, 28);
        for (GpuModel model : hardware.models()) {
            Sheet.Row row = sheet.row();
            row.text(MODEL, model.id());
            row.text(NAME, model.shortName());
            BigDecimal rate = assumptions.rate(model.id());
            row.number(RATE, rate == null ? Double.NaN : rate.doubleValue(), Look.INPUT);
            String mine = "SUMIF(" + ranges.of("InstanceModel") + "," + row.at(MODEL) + ",";
            String known = mine + ranges.of("KnownSlices") + ")";
            row.formula(
                    MEAN,
                    "IF(" + known + "=0,\"\"," + mine + ranges.of("BusySlices") + ")/" + known + ")",
                    Look.PERCENT);
        }
    }
}
