package io.slicewise.chart;

import java.util.List;

/**
 * Houses with flats whose windows are lit as far as they are in use: an explanation that can be counted. A house has a
 * column for each room, a flat as many columns as it has rooms.
 *
 * @param heading the words around it
 * @param houseTitle what a house is, as a table header: {@code Block}
 * @param flatTitle what a flat is: {@code Flat}
 * @param sizes the axis of the sizes: how many rooms
 * @param values the axis of the share of lit windows
 * @param litName what a lit window is called in the legend
 * @param darkName what a dark one is
 * @param houses in reading order
 */
public record HousesChart(
        ChartHeading heading,
        String houseTitle,
        String flatTitle,
        Axis sizes,
        Axis values,
        String litName,
        String darkName,
        List<House> houses)
        implements ChartSpec {
    public HousesChart {
        houses = List.copyOf(houses);
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    @Override
    public boolean isEmpty() {
        return houses.stream().allMatch(house -> house.flats().isEmpty());
    }

    /** All flats, of all houses in turn. */
    public List<Flat> flats() {
        return houses.stream().flatMap(house -> house.flats().stream()).toList();
    }

    /**
     * A house.
     *
     * @param name what it is called
     * @param flats from left to right
     */
    public record House(String name, List<Flat> flats) {
        public House {
            flats = List.copyOf(flats);
        }

        /** All rooms. */
        public int rooms() {
            return flats.stream().mapToInt(Flat::rooms).sum();
        }
    }

    /**
     * A flat, or a plot that stands empty.
     *
     * @param name what it is called
     * @param rooms how many columns it takes, at least 1
     * @param lit the share of its windows that are lit; {@code NaN} where it is not known
     * @param kind who lives there
     */
    public record Flat(String name, int rooms, double lit, Kind kind) {
        public Flat {
            if (rooms < 1) {
                throw new IllegalArgumentException("a flat of " + rooms + " rooms");
            }
        }

        /** The windows of it, with so many in a room. */
        int windows(int room) {
            return rooms * room;
        }
    }

    /** Who lives in a flat. */
    public enum Kind {
        /** A person. */
        LET,
        /** No one yet: an empty plot. */
        VACANT,
        /** No one can: an empty plot that is out of reach. */
        LOST
    }
}
