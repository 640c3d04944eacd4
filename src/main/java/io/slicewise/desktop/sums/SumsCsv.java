package io.slicewise.desktop.sums;

import io.slicewise.live.sums.SummedReading;
import io.slicewise.text.Csv;
import io.slicewise.usage.Averages;

/**
 * What a server summed up as CSV: a row for each host or GPU, and one for all without a name. Figures are ratios with all
 * their digits, empty where there is none.
 */
final class SumsCsv {
    private static final String HEADER = "time,host,gpu,instances,reported,instanceAverage,sliceWeightedAverage,"
            + "wholeGpuUtilization,allocatedShare,contributionToGap\n";

    private SumsCsv() {}

    static String write(SummedReading reading) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (SummedReading.Row row : reading.rows()) {
            line(csv, reading, row.host(), row.gpu(), row.averages(), reading.contribution(row));
        }
        line(csv, reading, "", "", reading.total(), reading.total().gap());
        return csv.toString();
    }

    private static void line(
            StringBuilder csv, SummedReading reading, String host, String gpu, Averages all, double contribution) {
        csv.append(reading.at()).append(',').append(Csv.name(host)).append(',').append(Csv.name(gpu));
        csv.append(',').append(all.instances()).append(',').append(all.reported());
        for (double value : new double[] {
            all.instanceAverage(), all.weightedAverage(), all.wholeGpu(), all.allocatedShare(), contribution
        }) {
            csv.append(',').append(Csv.cell(value));
        }
        csv.append('\n');
    }
}
