package io.slicewise.desktop.fleet;

import io.slicewise.chart.ChartTable;
import io.slicewise.chart.Unit;
import io.slicewise.mig.GpuModel;
import io.slicewise.text.Language;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.survey.Attribute;
import io.slicewise.usage.survey.Attribute.Field;
import io.slicewise.usage.survey.Column;
import io.slicewise.usage.survey.Column.Fixed;
import io.slicewise.usage.survey.FleetTable;
import io.slicewise.usage.survey.GpuRow;
import io.slicewise.usage.survey.InstanceRow;
import io.slicewise.usage.survey.Query.Kind;
import io.slicewise.usage.survey.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A column of the table.
 *
 * @param id what it is remembered by
 * @param order what it sorts by
 * @param look how its cells look
 * @param shown whether it is there as long as none was chosen
 * @param ems its width in widths of a letter
 */
record FleetColumn(String id, Column order, Look look, boolean shown, double ems) {
    /** How the cells of a column look. */
    enum Look {
        NAME,
        TEXT,
        MAP,
        NUMBER,
        BAR
    }

    /**
     * The columns of a kind of rows.
     *
     * @param attributes what instances have
     * @param hosts whether there is more than one host
     * @param survey the fleet: memory and power have a column from the beginning where they were measured
     */
    static List<FleetColumn> of(Kind kind, List<Attribute> attributes, boolean hosts, FleetTable survey) {
        boolean gpus = kind == Kind.GPUS;
        List<FleetColumn> columns = new ArrayList<>();
        columns.add(new FleetColumn("name", new Column.Of(Field.GPU), Look.NAME, true, gpus ? 11 : 13));
        columns.add(text(Field.HOST, hosts, 10));
        if (!gpus) {
            columns.add(text(Field.PROFILE, true, 7.5));
            columns.add(text(Field.TEAM, attributes.contains(Field.TEAM), 8.5));
        }
        columns.add(new FleetColumn("map", new Column.Of(Field.LAYOUT), Look.MAP, true, 10));
        columns.add(figure(Fixed.AVERAGE, Look.BAR, true, 8));
        columns.add(figure(Fixed.WEIGHTED, Look.BAR, gpus, 8));
        columns.add(figure(Fixed.WHOLE, Look.BAR, true, 8));
        columns.add(figure(Fixed.GAP, Look.NUMBER, gpus, 6));
        columns.add(figure(Fixed.ALLOCATED, Look.NUMBER, gpus, 6.4));
        columns.add(figure(Fixed.COVERAGE, Look.NUMBER, gpus, 6));
        columns.add(figure(Fixed.IDLE, Look.NUMBER, false, 5.5));
        columns.add(figure(Fixed.FREE, Look.NUMBER, false, 5.5));
        columns.add(figure(Fixed.SLICES, Look.NUMBER, !gpus, 4.8));
        boolean memory = survey.instances().stream()
                .anyMatch(one -> !Double.isNaN(one.instance().memoryShare()));
        columns.add(figure(Fixed.MEMORY, Look.BAR, memory, 7));
        columns.add(figure(Fixed.SM, Look.BAR, false, 7));
        columns.add(figure(Fixed.TENSOR, Look.BAR, false, 7));
        columns.add(figure(Fixed.BANDWIDTH, Look.BAR, false, 7));
        columns.add(figure(Fixed.OCCUPANCY, Look.BAR, false, 7));
        if (gpus) {
            boolean power = survey.gpus().stream()
                    .anyMatch(one -> !Double.isNaN(one.gpu().powerWatts()));
            columns.add(figure(Fixed.POWER, Look.NUMBER, power, 5.5));
        }
        if (gpus) {
            columns.add(text(Field.TEAM, attributes.contains(Field.TEAM), 8.5));
        }
        columns.add(text(Field.OWNER, false, 11));
        columns.add(text(Field.MODEL, gpus, 13));
        if (gpus) {
            columns.add(text(Field.LAYOUT, false, 13));
        }
        for (Attribute attribute : attributes) {
            if (attribute instanceof Attribute.Label label) {
                columns.add(text(attribute, !gpus && label.name().equals("pod"), 9));
            }
        }
        return columns;
    }

    private static FleetColumn text(Attribute attribute, boolean shown, double ems) {
        return new FleetColumn(attribute.id(), new Column.Of(attribute), Look.TEXT, shown, ems);
    }

    private static FleetColumn figure(Fixed fixed, Look look, boolean shown, double ems) {
        return new FleetColumn(fixed.name().toLowerCase(Locale.ROOT), fixed, look, shown, ems);
    }

    /** What stands above it. */
    Text title(Kind kind) {
        if (look == Look.NAME) {
            return Text.of("fleet.kind.one." + kind.name().toLowerCase(Locale.ROOT));
        }
        if (look == Look.MAP) {
            return Text.of("fleet.column.map");
        }
        if (order instanceof Column.Of(Attribute.Label label)) {
            return Text.of("fleet.column.label", label.name());
        }
        return kind == Kind.INSTANCES && order == Fixed.AVERAGE
                ? Text.of("fleet.column.utilization")
                : Text.of("fleet.column." + id);
    }

    /** The style class of the glossary's term for what stands in it; empty where it has none. */
    String term() {
        if (look == Look.MAP) {
            return "term-placement";
        }
        if (order instanceof Column.Of of) {
            return of.attribute() == Field.PROFILE
                    ? "term-profile"
                    : of.attribute() == Field.LAYOUT ? "term-layout" : "";
        }
        return switch ((Fixed) order) {
            case AVERAGE -> "term-instance-average";
            case WEIGHTED -> "term-weighted";
            case WHOLE -> "term-whole-gpu";
            case GAP -> "term-gap";
            case ALLOCATED -> "term-allocated";
            case COVERAGE -> "term-coverage";
            case FREE, IDLE, SLICES -> "term-compute-slice";
            case MEMORY -> "term-memory-slice";
            default -> "";
        };
    }

    /** Whether it has names of hosts or GPUs. */
    boolean isName() {
        return look == Look.NAME || isHost();
    }

    /** Whether it has names of hosts. */
    boolean isHost() {
        return order instanceof Column.Of of && of.attribute() == Field.HOST;
    }

    /** What a row has in it, for a person. */
    String text(Row row, FleetTable survey, Language language) {
        if (order instanceof Fixed fixed) {
            return text(row, fixed, language);
        }
        if (look == Look.NAME) {
            return survey.name(row);
        }
        return survey.text(row, look == Look.MAP ? Field.LAYOUT : ((Column.Of) order).attribute());
    }

    private String text(Row row, Fixed fixed, Language language) {
        if (saysNothingOf(row)) {
            return "";
        }
        Averages averages = row.averages();
        return switch (fixed) {
            case SLICES -> slices(row);
            case COVERAGE -> averages.reported() + "/" + averages.instances();
            case GAP -> unit(language).withSymbol(averages.shownGap().difference());
            default -> unit(language).withSymbol(number(row));
        };
    }

    /** A single instance has no weighted average beside its utilization, and no gap. */
    private boolean saysNothingOf(Row row) {
        return row instanceof InstanceRow && (order == Fixed.WEIGHTED || order == Fixed.GAP);
    }

    /** Whether it is there as long as none was chosen: more figures where there are groups of instances. */
    boolean isShownFirst(boolean grouped) {
        return shown || grouped && (order == Fixed.WEIGHTED || order == Fixed.GAP || order == Fixed.ALLOCATED);
    }

    /** Of a GPU how many of how many. */
    private static String slices(Row row) {
        int used = (int) Math.round(row.waste().slices() - row.waste().free());
        GpuModel model = row instanceof GpuRow gpu ? gpu.gpu().model() : null;
        return model == null ? String.valueOf(used) : used + "/" + model.computeSlices();
    }

    private Unit unit(Language language) {
        if (!(order instanceof Fixed fixed)) {
            return Unit.number("");
        }
        return switch (fixed) {
            case GAP -> Unit.points(language);
            case AVERAGE, WEIGHTED, WHOLE, ALLOCATED, SM, OCCUPANCY, TENSOR, BANDWIDTH, MEMORY ->
                Unit.percent(language);
            case POWER -> Unit.number("W");
            default -> Unit.number("");
        };
    }

    /** The figure of a row, {@code NaN} where it has none. */
    double number(Row row) {
        return order instanceof Fixed fixed && !saysNothingOf(row) ? fixed.of(row) : Double.NaN;
    }

    /** What a row has in it, for a spreadsheet. */
    ChartTable.Cell cell(Row row, FleetTable survey, Language language) {
        return switch (order) {
            case Fixed.COVERAGE -> new ChartTable.Figure(row.averages().coverage(), Unit.percent(language));
            case Fixed _ -> new ChartTable.Figure(number(row), unit(language));
            case Column.Of _ -> new ChartTable.Name(text(row, survey, language));
        };
    }

    /** The heading of its cells in a spreadsheet. */
    ChartTable.Column heading(String title, Language language) {
        Unit unit = order == Fixed.COVERAGE ? Unit.percent(language) : unit(language);
        String symbol = unit.symbol().strip().replace("\u00a0", "");
        return new ChartTable.Column(title, symbol.isEmpty() ? title : title + " (" + symbol + ")");
    }
}
