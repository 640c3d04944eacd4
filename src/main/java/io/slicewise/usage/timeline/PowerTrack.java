package io.slicewise.usage.timeline;

/**
 * What a GPU drew over time.
 *
 * @param gpu the GPU's id; it need not have instances
 * @param host the machine that it is in; empty where it was not said
 * @param watts what all of it drew, in watts
 */
public record PowerTrack(String gpu, String host, SampleColumns watts) {}
