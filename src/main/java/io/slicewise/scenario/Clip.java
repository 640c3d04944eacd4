package io.slicewise.scenario;

import io.slicewise.fleet.Instance;

/**
 * An instance on the clipboard: everything but its place and its id.
 *
 * @param profile the profile's name, to be found in the model that it is pasted into
 * @param utilization a ratio; {@code NaN} for no reading
 */
public record Clip(String profile, double utilization, String name, String owner, String note) {
    public static Clip of(Instance instance) {
        return new Clip(
                instance.profile().name(), instance.utilization(), instance.name(), instance.owner(), instance.note());
    }
}
