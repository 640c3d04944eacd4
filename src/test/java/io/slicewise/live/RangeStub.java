package io.slicewise.live;

import io.slicewise.live.Stub.Asked;
import io.slicewise.live.Stub.Said;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/** Answers ranges as Prometheus does, with series of its own: their readings are a function of time. */
final class RangeStub {
    private final int instances;
    private final AtomicLong points = new AtomicLong();

    RangeStub(int instances) {
        this.instances = instances;
    }

    /** How many points have been sent. */
    long points() {
        return points.get();
    }

    /** The answer to a range, or the count of series to everything else. */
    Said answer(Asked asked) {
        if (!asked.path().endsWith("query_range")) {
            return Said.number(instances);
        }
        long step = millis(asked, "step");
        StringBuilder body =
                new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
        for (int i = 0; i < instances; i++) {
            int gpu = i / 7;
            body.append(i == 0 ? "" : ",").append(series(gpu, i % 7 + 7));
            values(body, millis(asked, "start"), millis(asked, "end"), step, time -> value(time, 0));
        }
        return Said.json(body.append("]}}").toString());
    }

    private static String series(int gpu, int instance) {
        return ("{\"metric\":{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"UUID\":\"GPU-51ce0000-%04d\",\"gpu\":\"%d\","
                        + "\"modelName\":\"NVIDIA A100-SXM4-80GB\",\"GPU_I_PROFILE\":\"1g.10gb\",\"GPU_I_ID\":\"%d\","
                        + "\"Hostname\":\"node-%d\"},\"values\":[")
                .formatted(gpu, gpu % 8, instance, gpu / 8);
    }

    /** Rows of sums: a number for each host and time. */
    Said sums(Asked asked, int hosts, double value) {
        if (!asked.path().endsWith("query_range")) {
            return Said.number(hosts);
        }
        StringBuilder body =
                new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
        for (int i = 0; i < hosts; i++) {
            body.append(i == 0 ? "" : ",")
                    .append("{\"metric\":{\"Hostname\":\"node-")
                    .append(i)
                    .append("\"},\"values\":[");
            values(body, millis(asked, "start"), millis(asked, "end"), millis(asked, "step"), time -> value);
        }
        return Said.json(body.append("]}}").toString());
    }

    private void values(StringBuilder body, long start, long end, long step, ToDoubleFunction<Long> value) {
        String separator = "";
        for (long time = start; time <= end; time += step) {
            body.append(separator)
                    .append('[')
                    .append(time / 1000.0)
                    .append(",\"")
                    .append(value.applyAsDouble(time))
                    .append("\"]");
            separator = ",";
            points.incrementAndGet();
        }
        body.append("]}");
    }

    /** A reading: a wave of an hour. */
    static double value(long millis, int shift) {
        return Math.round(500 + 400 * Math.sin((millis / 1000.0 + shift) * Math.PI / 1800)) / 1000.0;
    }

    private static long millis(Asked asked, String name) {
        return Math.round(1000 * Double.parseDouble(asked.parameter(name).toLowerCase(Locale.ROOT)));
    }
}
