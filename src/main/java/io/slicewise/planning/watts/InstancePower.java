package io.slicewise.planning.watts;

/**
 * What an instance draws of its GPU's watts, idle part included; {@code NaN} where nothing tells.
 *
 * @param id the instance's id within its GPU
 * @param byActivity active watts by {@code u_i/Σu}
 * @param bySlicesAndActivity active watts by {@code c_i·u_i/Σc·u}
 */
public record InstancePower(String id, double byActivity, double bySlicesAndActivity) {}
