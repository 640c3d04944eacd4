package io.slicewise.cli;

import io.slicewise.live.Reading;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.text.Messages;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.util.Collection;
import tools.jackson.core.JsonGenerator;

/** The JSON of what a server summed up: ratios in full precision, {@code null} where there is no figure. */
final class LiveJson {
    private LiveJson() {}

    static void write(JsonGenerator json, Reading.OfSums reading, Weights weights, Messages words) {
        SummedReading sums = reading.sums();
        beginning(json, weights.basis(), words.say(reading.way()));
        json.writeStringProperty("at", sums.at().toString());
        json.writeNumberProperty("series", reading.series());
        json.writeObjectPropertyStart("fleet");
        AveragesJson.write(json, sums.total());
        json.writeEndObject();
        json.writeArrayPropertyStart("rows");
        for (SummedReading.Row row : sums.rows()) {
            json.writeStartObject();
            place(json, row.host(), row.gpu());
            AveragesJson.write(json, row.averages());
            json.writeEndObject();
        }
        json.writeEndArray();
        unknown(json, sums.unknownModels());
    }

    static void write(JsonGenerator json, SummedRange range, Weights weights, String way) {
        beginning(json, weights.basis(), way);
        json.writeStringProperty("from", range.grid().from().toString());
        json.writeNumberProperty("step", range.grid().step().toSeconds());
        json.writeArrayPropertyStart("fleet");
        for (int i = 0; i < range.grid().count(); i++) {
            json.writeStartObject();
            json.writeStringProperty("at", range.grid().at(i).toString());
            AveragesJson.write(json, range.total(i).averages());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("rows");
        for (SummedRange.Row row : range.rows()) {
            json.writeStartObject();
            place(json, row.host(), row.gpu());
            json.writeArrayPropertyStart("points");
            for (int i = 0; i < range.grid().count(); i++) {
                json.writeStartObject();
                AveragesJson.write(json, row.sums().at(i).averages());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        unknown(json, range.unknownModels());
    }

    private static void beginning(JsonGenerator json, WeightBasis basis, String way) {
        json.writeStringProperty("basis", basis.id());
        json.writeStringProperty("way", way);
    }

    private static void place(JsonGenerator json, String host, String gpu) {
        Json.put(json, "host", host.isEmpty() ? null : host);
        if (!gpu.isEmpty()) {
            json.writeStringProperty("gpu", gpu);
        }
    }

    private static void unknown(JsonGenerator json, Collection<String> models) {
        json.writeArrayPropertyStart("unknownModels");
        models.forEach(json::writeString);
        json.writeEndArray();
    }
}
