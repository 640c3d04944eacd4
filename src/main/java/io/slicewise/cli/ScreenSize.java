package io.slicewise.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a terminal shows.
 *
 * @param rows lines
 * @param columns cells of a line; Hangul takes two
 */
record ScreenSize(int rows, int columns) {
    /** No one knows: nothing is cut. */
    static final ScreenSize UNKNOWN = new ScreenSize(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5}) (\\d{1,5})\\s*");
    private static final long PATIENCE = 500;

    /** The size of the terminal that this process runs in, as it is now: a person may have drawn its window larger. */
    static ScreenSize ofProcess() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                String said = stty.waitFor(PATIENCE, TimeUnit.MILLISECONDS)
                        ? new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        : "";
                return parse(said);
            } finally {
                stty.destroy();
            }
        } catch (IOException _) {
            // a system without stty
            return UNKNOWN;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }

    /** {@code 24 80}; a terminal that does not know says {@code 0 0}. */
    static ScreenSize parse(String said) {
        Matcher size = SIZE.matcher(said);
        if (!size.matches() || Integer.parseInt(size.group(1)) == 0 || Integer.parseInt(size.group(2)) == 0) {
            return UNKNOWN;
        }
        return new ScreenSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
    }

    /**
     * Lines that have room: of the table as many rows as fit, with its titles and its last row, the sums of all.
     *
     * @param above what stands above the table
     * @param below what stands below it
     * @param more says how many rows have no room
     */
    List<String> fitted(List<String> above, List<String> table, List<String> below, More more) {
        List<String> lines = new ArrayList<>(above);
        int room = rows - above.size() - below.size();
        if (table.size() <= room || table.size() < 4) {
            lines.addAll(table);
        } else {
            // the titles, some rows, how many are missing, and the last row
            int shown = Math.max(0, room - 3);
            lines.addAll(table.subList(0, 1 + shown));
            lines.add(more.say(table.size() - 2 - shown));
            lines.add(table.getLast());
        }
        lines.addAll(below);
        return lines.stream().limit(rows).map(this::cut).toList();
    }

    /** Says how many rows have no room. */
    interface More {
        String say(int rows);
    }

    private String cut(String line) {
        if (TextTable.width(line) <= columns) {
            return line;
        }
        StringBuilder cut = new StringBuilder();
        int width = 0;
        for (int c : line.codePoints().toArray()) {
            width += TextTable.width(Character.toString(c));
            if (width > columns - 1) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut.append('…').toString();
    }
}
