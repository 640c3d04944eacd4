package io.slicewise.story.deck;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which slides are shown in which order.
 *
 * @param order every topic, once
 * @param left those that are left out; never all of them
 */
public record DeckPlan(List<SlideTopic> order, Set<SlideTopic> left) {
    /** All slides in their usual order. */
    public static final DeckPlan ALL = new DeckPlan(List.of(SlideTopic.values()), Set.of());

    public DeckPlan {
        order = List.copyOf(order);
        left = Set.copyOf(left);
        if (order.size() != SlideTopic.values().length
                || !EnumSet.copyOf(order).equals(EnumSet.allOf(SlideTopic.class))) {
            throw new IllegalArgumentException("every topic once, not " + order);
        }
        if (left.size() == order.size()) {
            throw new IllegalArgumentException("a deck has a slide");
        }
    }

    /** Those that are shown, in their order. */
    public List<SlideTopic> shown() {
        return order.stream().filter(topic -> !left.contains(topic)).toList();
    }

    /** With a slide shown or left out. The last slide that is shown stays. */
    public DeckPlan with(SlideTopic topic, boolean shown) {
        Set<SlideTopic> now = EnumSet.noneOf(SlideTopic.class);
        now.addAll(left);
        if (shown) {
            now.remove(topic);
        } else if (shown().size() > 1 || left.contains(topic)) {
            now.add(topic);
        }
        return new DeckPlan(order, now);
    }

    /**
     * With a slide moved.
     *
     * @param by how many places towards the end; negative towards the beginning. It stops at the ends.
     */
    public DeckPlan moved(SlideTopic topic, int by) {
        List<SlideTopic> now = new ArrayList<>(order);
        int from = now.indexOf(topic);
        now.remove(from);
        now.add(Math.clamp((long) from + by, 0, now.size()), topic);
        return new DeckPlan(now, left);
    }
}
