/**
 * dcgm-exporter's metrics as JSON, the form in which the exporter holds them: {@code {"metrics":{"DCGM_FI_…":[{
 * "value":"0.75","gpu":"0","gpu_uuid":"GPU-…","gpu_model":"…","mig_profile":"1g.10gb","gpu_instance_id":"11",
 * "hostname":"…","labels":{},"attributes":{"pod":"…"}}]}}}.
 *
 * <p>{@code uuid} there is the name of the label that the exporter will print ({@code UUID} or {@code uuid}), not a
 * UUID.
 *
 * <p>May be here: that shape. May not: what labels and values mean for GPUs, which is the builder's.
 */
@NullMarked
package io.slicewise.snapshot.dcgm;

import org.jspecify.annotations.NullMarked;
