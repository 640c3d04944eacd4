package io.slicewise.planning.change;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import io.slicewise.planning.change.Rehearsal.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * In which orders a set of profiles can be created on an empty GPU when no start is written and the driver takes whichever it
 * likes. With starts every order works.
 *
 * @param always orders that end well whatever the driver takes, the one with the largest first before others
 * @param depends how many depend on what it takes
 * @param never how many never end well
 */
public record CreationOrders(List<List<Profile>> always, int depends, int never) {
    public CreationOrders {
        always = always.stream().map(List::copyOf).toList();
    }

    /** Every order of the profiles; equal profiles are not told apart. */
    public static CreationOrders of(GpuModel model, List<Profile> profiles) {
        List<Profile> sorted = profiles.stream()
                .sorted(Comparator.comparingInt(CreationOrders::size)
                        .thenComparingInt(Profile::computeSlices)
                        .reversed())
                .toList();
        List<List<Profile>> orders = new ArrayList<>();
        permute(new ArrayList<>(sorted), new ArrayList<>(), orders);
        List<List<Profile>> always = new ArrayList<>();
        int depends = 0;
        int never = 0;
        for (List<Profile> order : orders) {
            List<Action> actions = order.stream()
                    .<Action>map(profile -> new Action.Create(profile, Placement.UNKNOWN))
                    .toList();
            switch (Rehearsal.of(Layout.empty(model), actions).result()) {
                case LEGAL -> always.add(order);
                case DEPENDS -> depends++;
                case ILLEGAL -> never++;
            }
        }
        return new CreationOrders(always, depends, never);
    }

    /** How many orders there are. */
    public int count() {
        return always.size() + depends + never;
    }

    /** Whether some order works whatever the driver takes. */
    public boolean isSafe() {
        return !always.isEmpty();
    }

    private static void permute(List<Profile> left, List<Profile> order, List<List<Profile>> orders) {
        if (left.isEmpty()) {
            orders.add(List.copyOf(order));
            return;
        }
        for (Profile profile : left.stream().distinct().toList()) {
            List<Profile> others = new ArrayList<>(left);
            others.remove(profile);
            order.add(profile);
            permute(others, order, orders);
            order.removeLast();
        }
    }

    private static int size(Profile profile) {
        PlacementRule rule = profile.placement();
        return rule == null ? 0 : rule.size();
    }
}
