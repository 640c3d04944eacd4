package io.slicewise.text;

/**
 * A place in what was read.
 *
 * @param file the file's name as the user gave it, or what else was read (clipboard, resource)
 * @param line the line, from 1; 0 where lines mean nothing
 * @param path the path in a document, {@code gpus[0].instances[2].utilization}; empty where there is none
 */
public record Where(String file, long line, String path) {
    public static Where file(String file) {
        return new Where(file, 0, "");
    }

    public static Where line(String file, long line) {
        return new Where(file, line, "");
    }

    public static Where path(String file, String path) {
        return new Where(file, 0, path);
    }

    /** {@code file}, {@code file:line} or {@code file: path}. */
    @Override
    public String toString() {
        if (line > 0) {
            return file + ":" + line;
        }
        return path.isEmpty() ? file : file + ": " + path;
    }
}
