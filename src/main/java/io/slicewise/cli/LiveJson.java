package io.slicewise.cli;

import io.slicewise.live.Reading;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.text.Messages;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of what a server summed up: ratios in full precision, {@code null} where there is no figure. */
final class LiveJson {
    private LiveJson() {}

    static ObjectNode of(Reading.OfSums reading, Weights weights, Messages words) {
        SummedReading sums = reading.sums();
        ObjectNode root = document(weights.basis(), words.say(reading.way()));
        root.put("at", sums.at().toString());
        root.put("series", reading.series());
        AveragesJson.put(root.putObject("fleet"), sums.total());
        ArrayNode rows = root.putArray("rows");
        for (SummedReading.Row row : sums.rows()) {
            AveragesJson.put(place(rows.addObject(), row.host(), row.gpu()), row.averages());
        }
        sums.unknownModels().forEach(root.putArray("unknownModels")::add);
        return root;
    }

    static ObjectNode of(SummedRange range, Weights weights, String way) {
        ObjectNode root = document(weights.basis(), way);
        root.put("from", range.grid().from().toString());
        root.put("step", range.grid().step().toSeconds());
        ArrayNode fleet = root.putArray("fleet");
        for (int i = 0; i < range.grid().count(); i++) {
            ObjectNode point = fleet.addObject();
            point.put("at", range.grid().at(i).toString());
            AveragesJson.put(point, range.total(i).averages());
        }
        ArrayNode rows = root.putArray("rows");
        for (SummedRange.Row row : range.rows()) {
            ArrayNode points = place(rows.addObject(), row.host(), row.gpu()).putArray("points");
            for (int i = 0; i < range.grid().count(); i++) {
                AveragesJson.put(points.addObject(), row.sums().at(i).averages());
            }
        }
        range.unknownModels().forEach(root.putArray("unknownModels")::add);
        return root;
    }

    private static ObjectNode document(WeightBasis basis, String way) {
        return Json.document().put("basis", basis.id()).put("way", way);
    }

    private static ObjectNode place(ObjectNode node, String host, String gpu) {
        node.put("host", host.isEmpty() ? null : host);
        if (!gpu.isEmpty()) {
            node.put("gpu", gpu);
        }
        return node;
    }
}
