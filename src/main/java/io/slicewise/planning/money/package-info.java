/**
 * What GPUs cost, who causes it, and how much of it is not used.
 *
 * <p>{@link io.slicewise.planning.money.CostBill} shares the price of {@link io.slicewise.planning.money.PaidGpu GPUs} out by a
 * {@link io.slicewise.planning.money.CostRule}: by compute slices, by the dominant share of slices and memory, or by memory.
 * It splits the same money into used, allocated but idle, and unallocated: {@code rate · hours · (G, A − G, 1 − A)}. Each GPU
 * counts by its own rate, never by slices across models. A GPU that is empty is paid for all the same.
 *
 * <p>{@link io.slicewise.planning.money.PaidTime} makes GPUs that are paid for of hardware and what was recorded; {@link
 * io.slicewise.planning.money.CostStatement} is the bill, or what has to be known before there can be one.
 *
 * <p>Amounts are decimals, rounded once; what is left over is a difference of them. So the parts add up to the total exactly.
 * {@link io.slicewise.planning.money.HourlyRate} makes a rate from a purchase.
 *
 * <p>May be here: amounts in any currency. May not: prices (none ships), currencies, files, words.
 */
@NullMarked
package io.slicewise.planning.money;

import org.jspecify.annotations.NullMarked;
