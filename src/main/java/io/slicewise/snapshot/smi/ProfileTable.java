package io.slicewise.snapshot.smi;

import io.slicewise.mig.Engines;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import io.slicewise.mig.ProfileListing;
import io.slicewise.text.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the rows of {@code nvidia-smi mig -lgip} and the lines of {@code -lgipp}. */
final class ProfileTable {
    private static final Pattern ROW = Pattern.compile("\\|\\s*(\\d{1,4})\\s+MIG ((\\d{1,2})g\\.\\d{1,4}gb(\\S{0,24}))"
            + "\\s+(\\d{1,4})\\s+\\d{1,3}/(\\d{1,3})\\s+(\\d{1,6}(?:\\.\\d{1,4})?)\\s+\\S{1,8}"
            + "\\s+(\\d{1,5})\\s+(\\d{1,4})\\s+(\\d{1,4})\\s*\\|");
    private static final Pattern SECOND_ROW = Pattern.compile("\\|\\s*(\\d{1,4})\\s+(\\d{1,4})\\s+(\\d{1,4})\\s*\\|");
    private static final Pattern PLACES =
            Pattern.compile("GPU\\s+(\\d{1,4})\\s+Profile\\s+ID\\s+(\\d{1,4})\\s+Placements?\\s*:"
                    + "\\s*\\{(\\d{1,3}(?:\\s*,\\s*\\d{1,3}){0,63})\\}\\s*:\\s*(\\d{1,3})");

    /** More than any hardware has; a number beyond it is a slip. */
    private static final int MOST_UNITS = 64;

    private final Map<String, Map<String, Row>> gpus = new LinkedHashMap<>();
    private final Map<Key, PlacementRule> places = new HashMap<>();
    private @Nullable Row open;

    private record Key(String gpu, int profile) {}

    /** A row, with what stands in the one below it. */
    private record Row(String name, String suffix, int slices, int id, int most, double gib, int sms, Engines engines) {
        Row withEngines(Engines all) {
            return new Row(name, suffix, slices, id, most, gib, sms, all);
        }
    }

    /** Takes a row of the table; {@code false} where it is none. */
    boolean row(String text) {
        Matcher row = ROW.matcher(text);
        if (row.matches()) {
            int slices = Integer.parseInt(row.group(3));
            int most = Integer.parseInt(row.group(6));
            int sms = Integer.parseInt(row.group(8));
            if (slices < 1 || slices > MOST_UNITS || most < 1 || most > MOST_UNITS || sms < 1) {
                return false;
            }
            Engines engines =
                    new Engines(null, Integer.valueOf(row.group(9)), Integer.valueOf(row.group(10)), null, null);
            Row one = new Row(
                    row.group(2),
                    row.group(4),
                    slices,
                    Integer.parseInt(row.group(5)),
                    most,
                    Double.parseDouble(row.group(7)),
                    sms,
                    engines);
            gpus.computeIfAbsent(row.group(1), gpu -> new LinkedHashMap<>()).put(one.name(), one);
            open = one;
            return true;
        }
        return second(text);
    }

    private boolean second(String text) {
        Matcher row = SECOND_ROW.matcher(text);
        Row above = open;
        open = null;
        if (above == null || !row.matches()) {
            return false;
        }
        Engines known = above.engines();
        Engines all = new Engines(
                Integer.valueOf(row.group(1)),
                known.decoders(),
                known.encoders(),
                Integer.valueOf(row.group(2)),
                Integer.valueOf(row.group(3)));
        gpus.values().forEach(rows -> rows.replace(above.name(), above, above.withEngines(all)));
        return true;
    }

    /** Takes a line of places; {@code false} where it is none. */
    boolean places(String text) {
        Matcher line = PLACES.matcher(text);
        if (!line.matches()) {
            return false;
        }
        int size = Integer.parseInt(line.group(4));
        List<Integer> starts = Arrays.stream(line.group(3).split(",", -1))
                .map(start -> Integer.valueOf(start.strip()))
                .sorted()
                .distinct()
                .toList();
        if (size < 1 || starts.getLast() + size > MOST_UNITS) {
            return false;
        }
        Key key = new Key(line.group(1), Integer.parseInt(line.group(2)));
        places.put(key, new PlacementRule(size, starts, true));
        return true;
    }

    /**
     * The listings that differ, each with the first GPU that has it.
     *
     * @param modelNames what the source calls the model of a GPU, empty where it does not say
     */
    List<ProfileListing> listings(UnaryOperator<String> modelNames) {
        Map<List<Object>, ProfileListing> different = new LinkedHashMap<>();
        gpus.forEach((gpu, rows) -> {
            List<Profile> profiles = new ArrayList<>();
            rows.values().forEach(row -> profiles.add(profile(row, places.get(new Key(gpu, row.id())))));
            String name = modelNames.apply(gpu);
            different.putIfAbsent(List.of(name, profiles), new ProfileListing(gpu, name, profiles));
        });
        return List.copyOf(different.values());
    }

    private static Profile profile(Row row, @Nullable PlacementRule rule) {
        return new Profile(
                row.name(),
                row.suffix(),
                row.id(),
                row.slices(),
                rule == null ? null : rule.size(),
                List.of(row.gib()),
                row.sms(),
                row.engines(),
                row.most(),
                rule,
                true,
                Wording.NONE,
                List.of(),
                List.of());
    }
}
