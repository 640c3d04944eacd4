package io.slicewise.report.xlsx;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.Profile;
import io.slicewise.page.Subject;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.planning.purchase.PurchasePlan.ServedLine;
import io.slicewise.report.xlsx.Book.Look;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sheet of a plan: what to buy, with prices as inputs and money as formulas, and who is served by what. */
final class PlanSheet {
    private static final int MODEL = 0;
    private static final int GPUS = 1;
    private static final int INSTALLED = 2;
    private static final int HAVE = 3;
    private static final int UNITS = 4;
    private static final int PRICE = 5;
    private static final int COST = 6;
    private static final int WATTS = 7;
    private static final int ALL_WATTS = 8;

    private final Book book;
    private final Sheet sheet;

    private PlanSheet(Book book) {
        this.book = book;
        sheet = book.sheet(say("xlsx.sheet.plan"));
    }

    private String say(String key) {
        return book.words().say(key);
    }

    /** Writes it, where the document has a plan. */
    static void write(Book book, Subject subject) {
        PlanInput input = subject.plan();
        if (input == null) {
            return;
        }
        PlanSheet sheet = new PlanSheet(book);
        Text missing = input.missing();
        if (missing == null) {
            sheet.fill(input);
        } else {
            sheet.sheet.row().text(0, book.words().say(missing));
        }
    }

    private void fill(PlanInput input) {
        Planned planned = input.planned(Catalogue.builtIn().models(), Effort.USUAL);
        if (planned == null) {
            sheet.row().text(0, say("plan.missing.tooLarge"));
        } else {
            fill(planned);
        }
    }

    private void fill(Planned planned) {
        PurchasePlan plan = planned.pool();
        sheet.header(List.of(
                say("plan.column.model"),
                say("plan.column.gpus"),
                say("plan.column.installed"),
                say("xlsx.have"),
                say("xlsx.units"),
                say("plan.column.price"),
                say("xlsx.cost"),
                say("xlsx.wattsEach"),
                say("xlsx.watts")));
        int from = sheet.next();
        plan.models().forEach(this::write);
        if (!plan.models().isEmpty()) {
            total(from, sheet.next() - 1);
        }
        sheet.gap();
        planned.sentences().forEach(sentence -> sheet.row().text(0, book.words().say(sentence)));
        sheet.gap();
        demands(plan);
    }

    private void write(ModelPlan one) {
        Offer offer = one.offer();
        Sheet.Row row = sheet.row();
        row.text(MODEL, offer.model().shortName());
        row.number(GPUS, (double) one.gpus(), Look.INPUT);
        row.number(INSTALLED, (double) one.installed(), Look.INPUT);
        row.number(HAVE, offer.have(), Look.INPUT);
        // hosts are bought whole, else GPUs one by one
        row.formula(UNITS, "MAX(0," + row.at(INSTALLED) + "-" + row.at(HAVE) + ")/" + offer.perHost(), Look.NUMBER);
        BigDecimal price = offer.unitPrice();
        row.number(PRICE, price == null ? Double.NaN : price.doubleValue(), Look.INPUT);
        row.formula(
                COST, "IF(" + row.at(PRICE) + "=\"\",\"–\"," + row.at(UNITS) + "*" + row.at(PRICE) + ")", Look.MONEY);
        Integer watts = offer.watts();
        row.number(WATTS, watts == null ? Double.NaN : watts, Look.INPUT);
        row.formula(
                ALL_WATTS,
                "IF(" + row.at(WATTS) + "=\"\",\"–\"," + row.at(INSTALLED) + "*" + row.at(WATTS) + ")",
                Look.NUMBER);
    }

    private void total(int from, int to) {
        Sheet.Row row = sheet.row();
        row.text(MODEL, say("plan.column.total"), Look.TITLE);
        for (int column : List.of(GPUS, INSTALLED, HAVE, UNITS)) {
            row.formula(column, "SUM(" + sheet.range(column, from, to) + ")", Look.NUMBER);
        }
        for (int column : List.of(COST, ALL_WATTS)) {
            String range = sheet.range(column, from, to);
            row.formula(
                    column,
                    "IF(COUNT(" + range + ")=" + (to - from + 1) + ",SUM(" + range + "),\"–\")",
                    column == COST ? Look.MONEY : Look.NUMBER);
        }
        book.name("PlanCost", sheet.cell(COST, row.index()));
        book.name("PlanGpus", sheet.cell(GPUS, row.index()));
    }

    private void demands(PurchasePlan plan) {
        Sheet.Row heads = sheet.row();
        heads.text(0, say("plan.column.demand"), Look.HEADER);
        heads.text(1, say("plan.column.count"), Look.HEADER);
        heads.text(2, say("plan.column.served"), Look.HEADER);
        for (ServedLine line : plan.demands()) {
            Sheet.Row row = sheet.row();
            row.text(0, line.line().name());
            row.number(1, line.line().count(), Look.INPUT);
            row.text(2, served(line));
        }
    }

    private static String served(ServedLine line) {
        return line.served().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> {
                    Profile by = line.profiles().get(entry.getKey());
                    return entry.getValue() + " × " + (by == null ? "" : by.name()) + " (" + entry.getKey() + ")";
                })
                .collect(Collectors.joining(", "));
    }
}
