package io.slicewise.report.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.slicewise.chart.ChartTable;
import io.slicewise.chart.Unit;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.LabelSet;
import io.slicewise.page.Ledger;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.planning.RecordedDays;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.money.CostBill;
import io.slicewise.planning.money.CostRule;
import io.slicewise.planning.money.CostStatement;
import io.slicewise.planning.money.PaidTime;
import io.slicewise.report.Options;
import io.slicewise.report.Report;
import io.slicewise.report.Subjects;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Weights;
import io.slicewise.usage.survey.Attribute;
import io.slicewise.usage.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbook recalculated by POI gives the product's figures. */
class XlsxWriterTest {
    private static final double EXACT = 1e-12;
    private static final double CENTS = 1e-9;
    private static final int UTILIZATION = 11;

    static List<Language> languages() {
        return Language.all();
    }

    private static byte[] workbook(Subject subject) {
        return XlsxWriter.write(
                Report.of(Template.FULL, List.of(subject), Options.of(Language.ENGLISH, Audience.ENGINEER)));
    }

    private static XSSFWorkbook read(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    /** What a named cell comes to when everything is worked out anew; {@code NaN} for a dash. */
    private static double value(XSSFWorkbook workbook, String name) {
        CellReference at = new CellReference(workbook.getName(name).getRefersToFormula());
        Cell cell = workbook.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        CellValue value = evaluator.evaluate(cell);
        return value.getCellType() == CellType.NUMERIC ? value.getNumberValue() : Double.NaN;
    }

    private static Subject priced(Subject subject, CostRule rule) {
        Assumptions assumptions = Assumptions.NONE.withCurrency("EUR").withRule(rule);
        for (Gpu gpu : subject.ledger().hardware()) {
            String model = Objects.requireNonNull(gpu.model()).id();
            assumptions = assumptions.with(model, Assumed.HOURLY, new BigDecimal("2.5"));
        }
        Ledger ledger = subject.ledger();
        return subject.withLedger(new Ledger(ledger.hardware(), ledger.labels(), assumptions, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main-example",
                "scenario-1-idle-3g",
                "missing-reading",
                "hardware-mixed-models",
                "hardware-h100-slices-and-sms",
                "host-8-gpus"
            })
    void figures(String sample) throws IOException {
        Subject subject = Subjects.of(sample + ".slicewise.json", Language.ENGLISH);
        Averages total = subject.figures().total();
        try (XSSFWorkbook workbook = read(workbook(subject))) {
            assertEquals(total.instanceAverage(), value(workbook, "InstanceAverage"), EXACT);
            assertEquals(total.weightedAverage(), value(workbook, "WeightedAverage"), EXACT);
            assertEquals(total.wholeGpu(), value(workbook, "WholeGpu"), EXACT);
            assertEquals(total.allocatedShare(), value(workbook, "AllocatedShare"), EXACT);
            assertEquals(total.gap(), value(workbook, "Gap"), EXACT);
            assertEquals(Double.NaN, value(workbook, "TotalCost"), "no rate, no cost");
            XSSFSheet instances = workbook.getSheet("Instances");
            assertEquals(total.instances(), instances.getLastRowNum(), "one row an instance");
            assertNotNull(instances.getPaneInformation(), "the header stays in sight");
        }
    }

    @Test
    void aRangeHasTheMeansOfTheRangeAndNotItsLastMoment() throws IOException {
        Timeline timeline = new RecordedDays(2)
                .gpu("a")
                .with("1", "3g.40gb", Double.NaN, day -> day == 0 ? 0.2 : 0.6)
                .with("2", "2g.20gb", Double.NaN, _ -> 0.8)
                .done();
        Subject subject = Subject.of("A range", "", timeline.at(timeline.end() - 1), Weights.DEFAULT, true)
                .withTimeline(timeline);
        try (XSSFWorkbook workbook = read(workbook(subject))) {
            assertEquals((0.4 + 0.8) / 2, value(workbook, "InstanceAverage"), EXACT);
            assertEquals((3 * 0.4 + 2 * 0.8) / 5, value(workbook, "WeightedAverage"), EXACT);
            assertEquals((3 * 0.4 + 2 * 0.8) / 7, value(workbook, "WholeGpu"), EXACT);
            assertEquals(
                    0.4,
                    workbook.getSheet("Instances")
                            .getRow(1)
                            .getCell(UTILIZATION)
                            .getNumericCellValue(),
                    EXACT,
                    "what is typed is the mean of the instance");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "main-example, SLICES",
        "main-example, DOMINANT",
        "main-example, MEMORY",
        "hardware-ceiling-3g-3g, DOMINANT",
        "missing-reading, SLICES",
        "hardware-mixed-models, SLICES",
        "host-8-gpus, SLICES",
        "host-8-gpus, DOMINANT",
        "snapshot-mixed.prom, SLICES"
    })
    void money(String sample, CostRule rule) throws IOException {
        String file = sample.contains(".") ? sample : sample + ".slicewise.json";
        Subject subject = priced(Subjects.of(file, Language.ENGLISH), rule);
        PaidTime month = new PaidTime(
                subject.ledger().assumptions().rates(),
                PaidTime.MONTH,
                Attribute.Field.OWNER,
                (_, _) -> LabelSet.EMPTY);
        CostBill bill = Objects.requireNonNull(CostStatement.of(subject.ledger().hardware(), null, month, rule, false)
                .bill());
        try (XSSFWorkbook workbook = read(workbook(subject))) {
            assertEquals(bill.total().doubleValue(), value(workbook, "TotalCost"), CENTS);
            assertEquals(Objects.requireNonNull(bill.used()).doubleValue(), value(workbook, "UsedCost"), CENTS);
            assertEquals(
                    Objects.requireNonNull(bill.idleAllocated()).doubleValue(), value(workbook, "IdleCost"), CENTS);
            assertEquals(bill.unallocated().doubleValue(), value(workbook, "UnallocatedCost"), CENTS);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anInputThatIsChangedChangesTheFigures(Language language) throws IOException {
        Subject subject = Subjects.of("main-example.slicewise.json", language);
        Report report = Report.of(Template.FULL, List.of(subject), Options.of(language, Audience.ENGINEER));
        try (XSSFWorkbook workbook = read(XlsxWriter.write(report))) {
            CellReference first = new CellReference(
                    workbook.getName("Utilization").getRefersToFormula().split(":")[0]);
            workbook.getSheet(first.getSheetName())
                    .getRow(first.getRow())
                    .getCell(first.getCol())
                    .setCellValue(0.4);
            assertEquals(0.625, value(workbook, "InstanceAverage"), EXACT);
            assertEquals(0.62, value(workbook, "WeightedAverage"), EXACT);
            assertEquals(3.1 / 7, value(workbook, "WholeGpu"), EXACT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot-mig-off.prom", "snapshot-mixed.prom", "snapshot-faults.prom"})
    void whatNobodyKnowsIsADash(String sample) throws IOException {
        Subject subject = Subjects.of(sample, Language.ENGLISH);
        Averages total = subject.figures().total();
        try (XSSFWorkbook workbook = read(workbook(subject))) {
            assertEquals(total.instanceAverage(), value(workbook, "InstanceAverage"), EXACT);
            assertEquals(total.weightedAverage(), value(workbook, "WeightedAverage"), EXACT);
            assertEquals(total.wholeGpu(), value(workbook, "WholeGpu"), EXACT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan-four-models", "plan-cases-grown"})
    void thePlanHasASheet(String sample) throws IOException {
        Subject subject = Subjects.of(sample + ".slicewise.json", Language.ENGLISH);
        try (XSSFWorkbook workbook = read(workbook(subject))) {
            assertNotNull(workbook.getSheet("Plan"));
        }
        try (XSSFWorkbook workbook = read(workbook(subject.withPlan(null)))) {
            assertNull(workbook.getSheet("Plan"));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aTableKeepsItsDigits(Language language) throws IOException {
        ChartTable table = new ChartTable(
                "a/b",
                List.of(new ChartTable.Column("x", "x"), new ChartTable.Column("y", "y (%)")),
                List.of(
                        List.of(new ChartTable.Name("one"), new ChartTable.Figure(1.0 / 7, Unit.percent(language))),
                        List.of(
                                new ChartTable.Name("two"),
                                new ChartTable.Figure(Double.NaN, Unit.percent(language)))));
        try (XSSFWorkbook workbook = read(XlsxWriter.write(table, Messages.in(language)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertEquals(14.2857142857143, sheet.getRow(1).getCell(1).getNumericCellValue());
            assertNull(sheet.getRow(2).getCell(1), "no figure, no cell");
            assertNotNull(sheet.getPaneInformation());
        }
    }
}
