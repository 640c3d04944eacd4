package io.slicewise.story;

/** How likely it is that readings look suspicious without anything being wrong, so that a large fleet does not alarm. */
final class Chance {
    /** One fleet in ten thousand may alarm by chance. */
    private static final double RARE = 1e-4;

    private Chance() {}

    /**
     * Whether so many out of all are more than chance brings: the probability of at least so many is below one in ten
     * thousand, as the union bound {@code C(all, many) · p^many} says.
     *
     * @param each how likely one of them is by chance, a ratio
     */
    static boolean isRare(int many, int all, double each) {
        return many > 0 && logChoose(all, many) + many * Math.log(each) <= Math.log(RARE) + 1e-9;
    }

    /**
     * Whether so many readings are the same more often than chance brings, when each can be one of so many values:
     * groups of that size are expected {@code C(all, many) / values^(many − 1)} times.
     */
    static boolean isRareCoincidence(int many, int all, double values) {
        return many > 1 && logChoose(all, many) - (many - 1) * Math.log(values) <= Math.log(RARE) + 1e-9;
    }

    private static double logChoose(int all, int many) {
        double log = 0;
        for (int i = 1; i <= many; i++) {
            log += Math.log(all - many + i) - Math.log(i);
        }
        return log;
    }
}
