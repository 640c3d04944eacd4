/**
 * What the figures mean: why they differ, what is remarkable about them, and what can be done about it.
 *
 * <p>{@link io.slicewise.story.Why} and {@link io.slicewise.story.WhyWhole} each say one sentence from the data: why the
 * weighted average is not the instance average, and why the whole-GPU figure is not the weighted average. {@link
 * io.slicewise.story.Findings} asks every {@link io.slicewise.story.Rule} and ranks the answers. A rule is one small
 * class with one finding; it stays silent on data that does not support what it would say. It has a face (id, title,
 * view, threshold), so that planners see the list and switch off what does not help them. What several rules look at
 * is worked out once, in {@link io.slicewise.story.Facts}; what a recorded range tells a planner, and what hardware costs,
 * comes with it as a {@link io.slicewise.story.Prospect}.
 *
 * <p>Why a sentence can name one {@link io.slicewise.usage.InstanceGroup}: it adds exactly {@code (its share of the
 * weight − its share of the count)·(its utilization − S)} to the gap. The instance or the profile that adds most in the
 * gap's direction is named ({@link io.slicewise.story.Reason}), and the signs of the two factors choose the words: large
 * and idle, large and busy, small and busy, small and idle.
 *
 * <p>Beside what a fleet's data say stands what holds for every fleet, with the fleet's own numbers put in: {@link
 * io.slicewise.story.Advice} (which figure for which {@link io.slicewise.story.Purpose}), {@link
 * io.slicewise.story.Question}, {@link io.slicewise.story.Practice}, {@link io.slicewise.story.UseCase}, {@link
 * io.slicewise.story.Caution}, {@link io.slicewise.story.Viewpoint}, {@link io.slicewise.story.Erratum}; {@link
 * io.slicewise.story.Verdict} is what a manager takes away: what is in use of what was bought, and the next step; {@link
 * io.slicewise.story.AudienceSummary} chooses the words for an {@link io.slicewise.story.Audience}, and {@link
 * io.slicewise.story.Analogy} makes a block of flats of a fleet.
 *
 * <p>May be here: facts, and the keys of messages about them. May not: sentences, colours, files, the clock, and
 * arithmetic on figures that {@code usage} should own.
 */
@NullMarked
package io.slicewise.story;

import org.jspecify.annotations.NullMarked;
