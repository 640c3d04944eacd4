package io.slicewise.planning.packing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The corners of {@code w ≥ 0, w·shape ≤ 1 for each shape}, by the double description method: the cone of all {@code (w, t)} with
 * {@code w ≥ 0} and {@code t ≥ 0} is cut by one shape after the other, and its rays are kept. In whole numbers, so exact.
 */
final class Corners {
    /** A ray, and the halfspaces on whose edge it lies. */
    @SuppressWarnings("ArrayRecordComponent") // a value of this search, never compared
    private record Ray(long[] to, BitSet edges) {}

    private final int size;
    private List<Ray> rays = new ArrayList<>();

    private Corners(int dimensions) {
        size = dimensions + 1;
        for (int i = 0; i < size; i++) {
            long[] to = new long[size];
            to[i] = 1;
            BitSet edges = new BitSet();
            edges.set(0, size);
            edges.clear(i);
            rays.add(new Ray(to, edges));
        }
    }

    /**
     * The corners that no other one has as much of everything as; each as whole weights with their capacity as the last number.
     *
     * @param shapes what fits into one, none of them nothing
     */
    static List<long[]> of(List<long[]> shapes, int dimensions) {
        Corners corners = new Corners(dimensions);
        for (int i = 0; i < shapes.size(); i++) {
            corners.cut(shapes.get(i), corners.size + i);
        }
        List<long[]> found = corners.rays.stream()
                .map(Ray::to)
                .filter(to -> to[dimensions] > 0)
                .toList();
        return found.stream()
                .filter(to -> found.stream().noneMatch(other -> !Arrays.equals(other, to) && dominates(other, to)))
                .toList();
    }

    /** Keeps what has {@code t ≥ w·shape}, and a ray on the edge between each two neighbours on either side of it. */
    private void cut(long[] shape, int halfspace) {
        List<Ray> kept = new ArrayList<>();
        List<Ray> beyond = new ArrayList<>();
        for (Ray ray : rays) {
            long side = side(ray.to, shape);
            if (side < 0) {
                beyond.add(ray);
                continue;
            }
            if (side == 0) {
                ray.edges.set(halfspace);
            }
            kept.add(ray);
        }
        List<Ray> next = new ArrayList<>(kept);
        for (Ray inside : kept) {
            long in = side(inside.to, shape);
            for (Ray outside : beyond) {
                BitSet common = (BitSet) inside.edges.clone();
                common.and(outside.edges);
                if (in > 0 && areNeighbours(common)) {
                    common.set(halfspace);
                    next.add(new Ray(between(inside.to, in, outside.to, -side(outside.to, shape)), common));
                }
            }
        }
        rays = next;
    }

    /** Whether no ray but the two lies on all edges that they have in common. */
    private boolean areNeighbours(BitSet common) {
        int onAll = 0;
        for (Ray ray : rays) {
            BitSet missing = (BitSet) common.clone();
            missing.andNot(ray.edges);
            onAll += missing.isEmpty() ? 1 : 0;
        }
        return onAll == 2;
    }

    private long side(long[] to, long[] shape) {
        long side = to[size - 1];
        for (int i = 0; i < shape.length; i++) {
            side = Math.subtractExact(side, Math.multiplyExact(to[i], shape[i]));
        }
        return side;
    }

    private static long[] between(long[] inside, long in, long[] outside, long out) {
        long[] to = new long[inside.length];
        long divisor = 0;
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.addExact(Math.multiplyExact(inside[i], out), Math.multiplyExact(outside[i], in));
            divisor = gcd(divisor, to[i]);
        }
        for (int i = 0; i < to.length; i++) {
            to[i] /= divisor;
        }
        return to;
    }

    /** Whether one corner weighs everything at least as much as the other: {@code a/ta ≥ b/tb}. */
    private static boolean dominates(long[] a, long[] b) {
        int t = a.length - 1;
        for (int i = 0; i < t; i++) {
            if (Math.multiplyExact(a[i], b[t]) < Math.multiplyExact(b[i], a[t])) {
                return false;
            }
        }
        return true;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
