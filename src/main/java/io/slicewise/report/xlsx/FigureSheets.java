package io.slicewise.report.xlsx;

import io.slicewise.page.Amounts;
import io.slicewise.page.Subject;

/**
 * The sheets of a document: a summary, its instances, its GPUs, and what an hour of each model costs.
 *
 * <p>Let w be the weight and u the utilization of the instances in the figures: S is the mean of u, W is Σw·u/Σw over those with a
 * reading, G is W·Σw/ΣW of the GPUs, all as formulas. A cell without a reading stays empty. Costs are those of a month of 730 hours,
 * shared out by the document's rule, and an instance without a reading counts with the mean of its model.
 */
final class FigureSheets {
    private FigureSheets() {}

    /** @param suffix behind the names of sheets and ranges, so that two documents stand in one workbook; empty for one */
    static void write(Book book, Subject subject, String suffix) {
        Ranges ranges = new Ranges(book, suffix);
        Hardware hardware = Hardware.of(subject);
        Amounts amounts =
                new Amounts(book.words(), subject.ledger().assumptions().currency());
        SummarySheet summary = new SummarySheet(ranges, subject, hardware);
        InstanceSheet instances = new InstanceSheet(ranges, subject, hardware, amounts);
        GpuSheet gpus = new GpuSheet(ranges, hardware, amounts);
        RateSheet rates = new RateSheet(ranges, hardware, subject.ledger().assumptions());
        instances.names();
        gpus.names();
        rates.names();
        summary.write();
        rates.write();
        instances.write();
        gpus.write();
    }
}
