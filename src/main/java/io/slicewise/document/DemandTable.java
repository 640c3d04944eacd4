package io.slicewise.document;

import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.demand.Shift;
import io.slicewise.snapshot.csv.CsvRows;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A demand as a table, from a file or pasted from a spreadsheet: {@code name,count,profile,slices,gib,share,team,value,when}, in any
 * order, with commas, semicolons or tabs between. A line has a profile, or slices or memory or both, or a share.
 */
public final class DemandTable {
    private static final List<String> COLUMNS =
            List.of("name", "count", "profile", "slices", "gib", "share", "team", "value", "when");
    private static final Set<String> NEEDS = Set.of("profile", "slices", "gib", "share");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,12}(?:[.,]\\d{1,12})?)\\s*(%?)");
    private static final double MOST = 1_000_000;

    private final String file;
    private final double target;
    private final List<Problem> problems;
    private List<String> header = List.of();

    private DemandTable(String file, double target, List<Problem> problems) {
        this.file = file;
        this.target = target;
        this.problems = problems;
    }

    /** Whether the first line of a text has the columns of a demand: how many, of what. */
    public static boolean recognises(String text) {
        List<String> names = names(text.lines().findFirst().orElse("").split("[,;\t]"));
        return names.contains("count") && names.stream().anyMatch(NEEDS::contains);
    }

    /** Whether the first line of a text has columns of a demand only. */
    static boolean hasNoOtherColumn(String text) {
        return COLUMNS.containsAll(names(text.lines().findFirst().orElse("").split("[,;\t]")));
    }

    /**
     * Reads a table.
     *
     * @param file its name, for problems
     * @param target how much of an instance is to be in use where a line wants a share
     * @param problems gets what is wrong; a line with an error is left out
     */
    public static Demand read(String file, String text, double target, List<Problem> problems) {
        try (StringReader in = new StringReader(text)) {
            return new DemandTable(file, target, problems).read(new CsvRows(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Demand read(CsvRows rows) throws IOException {
        List<DemandLine> lines = new ArrayList<>();
        List<String> first = rows.next();
        if (first == null || !takes(names(first.toArray(String[]::new)), rows.rowLine())) {
            return new Demand(lines);
        }
        for (List<String> cells = rows.next(); cells != null; cells = rows.next()) {
            int before = problems.size();
            DemandLine line = new Row(rows.rowLine(), cells).line(lines.size() + 1);
            if (problems.size() == before) {
                lines.add(line);
            }
        }
        if (lines.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.error(Where.file(file), Text.of("plan.file.nothing")));
        }
        return new Demand(lines);
    }

    private boolean takes(List<String> names, long line) {
        Set<String> once = new HashSet<>();
        for (String name : names) {
            if (!COLUMNS.contains(name)) {
                problems.add(Problem.warning(
                        Where.line(file, line), Text.of("plan.file.column", name, new Listing(COLUMNS))));
            } else if (!once.add(name)) {
                problems.add(Problem.error(Where.line(file, line), Text.of("plan.file.twice", name)));
                return false;
            }
        }
        header = names;
        if (!once.contains("count") || once.stream().noneMatch(NEEDS::contains)) {
            problems.add(Problem.error(Where.line(file, line), Text.of("plan.file.header", new Listing(COLUMNS))));
            return false;
        }
        return true;
    }

    private static List<String> names(String... cells) {
        List<String> names = new ArrayList<>();
        for (String cell : cells) {
            names.add(cell.replace("\uFEFF", "").replace("\"", "").strip().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** A line of the table. */
    private final class Row {
        private final long number;
        private final List<String> cells;

        Row(long number, List<String> cells) {
            this.number = number;
            this.cells = cells;
        }

        DemandLine line(int index) {
            int count = (int) whole("count", DemandLine.MOST, -1);
            if (count < 0) {
                error("count", "plan.file.count", DemandLine.MOST);
            }
            String name = cell("name");
            Need need = need();
            long value = (long) whole("value", DemandLine.MOST, 0);
            return new DemandLine(
                    name.isEmpty() ? String.valueOf(index) : name,
                    Math.max(0, count),
                    need,
                    cell("team"),
                    value,
                    shift());
        }

        private Shift shift() {
            String when = cell("when").toLowerCase(Locale.ROOT);
            for (Shift shift : Shift.values()) {
                if (shift.id().equals(when)) {
                    return shift;
                }
            }
            if (!when.isEmpty()) {
                error("when", "plan.file.when");
            }
            return Shift.ALWAYS;
        }

        private Need need() {
            String profile = cell("profile");
            boolean sized = !cell("slices").isEmpty() || !cell("gib").isEmpty();
            boolean shared = !cell("share").isEmpty();
            if (!profile.isEmpty() && (sized || shared)) {
                error("profile", "plan.file.profileAlone");
            } else if (shared && !cell("slices").isEmpty()) {
                error("share", "plan.file.shareOrSlices");
            } else if (profile.isEmpty() && !sized && !shared) {
                error("profile", "plan.file.noNeed");
            }
            double gib = cell("gib").isEmpty() ? Need.ANY_MEMORY : number("gib", "plan.file.gib");
            if (!profile.isEmpty()) {
                return new Need.Named(profile);
            }
            if (shared) {
                return new Need.PartOfGpu(share(), gib, target);
            }
            return new Need.AtLeast((int) whole("slices", 1_000, 1), gib);
        }

        private double share() {
            double share = number("share", "plan.file.share");
            if (share > 1 && !cell("share").endsWith("%")) {
                // 35 is hardly 35 GPUs for one instance
                error("share", "plan.file.share");
            }
            return share;
        }

        private double number(String column, String expected) {
            OptionalDouble number = parsed(cell(column), column.equals("share"));
            if (number.isEmpty() || number.getAsDouble() <= 0) {
                error(column, expected);
            }
            return number.orElse(1);
        }

        private double whole(String column, int most, double fallback) {
            String cell = cell(column);
            if (cell.isEmpty()) {
                return fallback;
            }
            OptionalDouble number = parsed(cell, false);
            if (number.isPresent()
                    && number.getAsDouble() == Math.rint(number.getAsDouble())
                    && number.getAsDouble() <= most) {
                return number.getAsDouble();
            }
            error(column, "plan.file.whole", most);
            return 0;
        }

        private void error(String column, String expected, Object... args) {
            Text what = Text.of(expected, args);
            problems.add(
                    Problem.error(Where.line(file, number), Text.of("plan.file.cell", column, cell(column), what)));
        }

        private String cell(String column) {
            int at = header.indexOf(column);
            return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
        }
    }

    private static OptionalDouble parsed(String text, boolean percentAllowed) {
        Matcher parts = NUMBER.matcher(text.replace('\u00a0', ' '));
        if (!parts.matches() || (!parts.group(2).isEmpty() && !percentAllowed)) {
            return OptionalDouble.empty();
        }
        String point = parts.group(1).replace(',', '.');
        // moved in decimals: 35 % is 0.35 and nothing beside it
        double number = Double.parseDouble(parts.group(2).isEmpty() ? point : point + "e-2");
        return number > MOST * 10 ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
