/**
 * The figures. One place computes them; windows, files and the command line show what it says.
 *
 * <table>
 * <caption>The figures, over instances i with weight w_i and utilization u_i on hardware of weight T</caption>
 * <tr><td>S</td><td>instance average</td><td>{@code Σu_i / n}</td></tr>
 * <tr><td>W</td><td>slice-weighted average</td><td>{@code Σw_i·u_i / Σw_i}</td></tr>
 * <tr><td>G</td><td>whole-GPU utilization</td><td>{@code Σw_i·u_i / T = A·W}</td></tr>
 * <tr><td>A</td><td>allocated share</td><td>{@code Σw_i / T}</td></tr>
 * <tr><td>gap</td><td>{@code W − S}</td><td>{@code Σ (w_i/Σw − 1/n)·(u_i − S)}</td></tr>
 * </table>
 *
 * <p>What is averaged is one reading of the instances, engine activity unless a person chose another one; {@link
 * io.slicewise.usage.Weights} hold it beside the basis that it scales with. Instances in figures have the value of that reading
 * as their utilization, so that whatever is made of figures is made of it.
 *
 * <p>{@link io.slicewise.usage.Averages} is that arithmetic on plain arrays. {@link io.slicewise.usage.Weighting} turns
 * a fleet and a choice of weights into such arrays: what a compute slice, an SM, a memory slice, a GiB or the planner's
 * own weight counts, and what a GPU counts beside another. {@link io.slicewise.usage.Figures} puts both together.
 *
 * <p>How GPUs, instances and profiles of one fleet are called where several share a name is decided in {@link
 * io.slicewise.usage.Naming}, and which instances are looked at together in {@link io.slicewise.usage.InstanceGroup}:
 * charts, tables, sentences and files all take it from there. {@link io.slicewise.usage.GpuNames} are the part of them
 * that no instance changes, {@link io.slicewise.usage.HostNames} the shorter names of narrow columns.
 *
 * <p>Sums are compensated, so that the order of instances changes nothing and 90+80+70+60 over 4 is 75 to the last
 * bit. Nothing is rounded here, but for what is shown to add up: a gap
 * beside both averages, contributions beside the gap ({@link io.slicewise.text.Apportionment}). Instances without a reading are left out of S and W and counted; for G they are taken
 * to be as busy as W, since missing is not idle, and the range that they leave open stands beside it.
 *
 * <p>May be here: arithmetic on fleets. May not: words beyond message keys, files, colours.
 */
@NullMarked
package io.slicewise.usage;

import org.jspecify.annotations.NullMarked;
