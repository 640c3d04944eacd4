/**
 * Answers of the HTTP API of Prometheus, and of what speaks it: Thanos, Mimir, VictoriaMetrics.
 *
 * <ul>
 *   <li>{@code /api/v1/query}: {@code {"status":"success","data":{"resultType":"vector","result":[{"metric":{…},
 *       "value":[1700000000.123,"0.75"]}]}}}, and the parts of it that {@code jq} leaves: {@code .data},
 *       {@code .data.result}.
 *   <li>{@code /api/v1/query_range}: {@code matrix}, with {@code values}, a list of such pairs.
 *   <li>VictoriaMetrics' {@code /api/v1/export}: a line for each series, {@code {"metric":{…},"values":[0.75],
 *       "timestamps":[1700000000123]}}.
 *   <li>What {@code promtool query instant} and {@code promtool query range} print of such answers: series with
 *       {@code value @[time]}.
 * </ul>
 *
 * <p>{@code SeriesReader} turns tokens into series with their samples and keeps no more than a part of one series in
 * memory; {@code SeriesSink} is who takes them. {@code NewestSamples} takes the newest sample of each, for a
 * snapshot: in a range, one that lies at most five minutes before the range's end, since a sample is valid for so
 * long in Prometheus.
 *
 * <p>May be here: the shape of answers, and what is done with their times. May not: what labels and values mean for
 * GPUs, which is the builder's.
 */
@NullMarked
package io.slicewise.snapshot.prometheus;

import org.jspecify.annotations.NullMarked;
