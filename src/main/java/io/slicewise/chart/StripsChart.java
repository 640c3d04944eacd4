package io.slicewise.chart;

import java.util.List;

/**
 * Strips below each other, each a whole that is divided into its parts from left to right: what hardware is used for, or
 * the instances of a GPU.
 *
 * @param heading the words around it
 * @param stripTitle what a strip is, as a table header: {@code GPU}
 * @param partTitle what a part is: {@code Instance}
 * @param values the axis of the sizes of the parts
 * @param strips from above
 */
public record StripsChart(ChartHeading heading, String stripTitle, String partTitle, Axis values, List<Strip> strips)
        implements ChartSpec {
    public StripsChart {
        strips = List.copyOf(strips);
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    @Override
    public boolean isEmpty() {
        return strips.stream().allMatch(strip -> strip.whole() <= 0);
    }

    /** Whether it is one whole by itself, which needs no name. */
    public boolean isOne() {
        return strips.size() == 1 && strips.getFirst().name().isEmpty();
    }

    /** All parts, of all strips in turn. */
    public List<Part> parts() {
        return strips.stream().flatMap(strip -> strip.parts().stream()).toList();
    }

    /**
     * A whole.
     *
     * @param name what it is called; may be empty where there is one
     * @param parts from left to right
     */
    public record Strip(String name, List<Part> parts) {
        public Strip {
            parts = List.copyOf(parts);
        }

        /** The sizes of its parts together. */
        public double whole() {
            return parts.stream().mapToDouble(Part::size).sum();
        }
    }

    /**
     * A part.
     *
     * @param name what it is called
     * @param label what is written beside its name: a percentage; may be empty
     * @param size how large it is, from 0
     * @param shown the size as people read it: nearly that, where parts have to add up as they are read
     * @param role its colour
     * @param pattern how it is filled
     */
    public record Part(String name, String label, double size, double shown, ColorRole role, Pattern pattern) {
        public Part {
            if (!(size >= 0)) {
                throw new IllegalArgumentException("a part has a size from 0, not " + size);
            }
        }

        /** A part whose size is read as it is. */
        public Part(String name, String label, double size, ColorRole role, Pattern pattern) {
            this(name, label, size, size, role, pattern);
        }

        /** Its name with what is written beside it. */
        public String words() {
            return label.isEmpty() ? name : name + " " + label;
        }
    }
}
