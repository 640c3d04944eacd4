package io.slicewise.mig;

import org.jspecify.annotations.Nullable;

/**
 * The fixed-function engines of a profile; {@code null} where no source gives the count.
 *
 * @param copy copy engines (CE)
 * @param decoders NVDEC
 * @param encoders NVENC
 * @param jpeg JPEG decoders
 * @param opticalFlow optical flow accelerators (OFA)
 */
public record Engines(
        @Nullable Integer copy,
        @Nullable Integer decoders,
        @Nullable Integer encoders,
        @Nullable Integer jpeg,
        @Nullable Integer opticalFlow) {
    static final Engines UNKNOWN = new Engines(null, null, null, null, null);
}
