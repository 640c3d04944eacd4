/**
 * What a recorded range tells a planner, all of it together: which instances are of the wrong size, what cannot be told, and when
 * the hardware is full.
 *
 * <p>{@link io.slicewise.planning.outlook.Outlook} is worked out once for a range, with the usual rules, and looked at by findings
 * ({@code story}), pages and screens. It takes time in proportion to the samples. {@link
 * io.slicewise.planning.outlook.LeanHardware} is the hardware that would do for what was recorded.
 *
 * <p>May be here: what {@code size}, {@code replay}, {@code trend} and {@code purchase} say, beside each other. May not: methods of its own, words.
 */
@NullMarked
package io.slicewise.planning.outlook;

import org.jspecify.annotations.NullMarked;
