package io.slicewise.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fleet that never was, and what its monitoring would have recorded. All of it follows from the figures here, so that
 * the same plan always gives the same bytes.
 *
 * @param gpus how many GPUs, eight a host
 * @param days for how long
 * @param step how many seconds lie between two samples
 * @param gaps which part of the samples is missing, from 0 to 1
 * @param changes how often each GPU is partitioned anew
 * @param jitter by how many milliseconds a host's scrapes are late at most
 * @param seed another one gives other values
 */
record ExportPlan(int gpus, double days, int step, double gaps, int changes, int jitter, long seed) {
    /** The first instant, in seconds since 1970 UTC. */
    static final long START = 1_780_272_000L;

    private static final int ON_A_HOST = 8;
    private static final double MILLION = 1e6;
    private static final String[][] LAYOUTS = {
        {"1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb"},
        {"3g.40gb", "4g.40gb"},
        {"2g.20gb", "2g.20gb", "3g.40gb"}
    };

    /** An instance with one profile, and the samples that it has: from a number up to and without another. */
    record Series(int gpu, int id, String profile, int from, int to) {}

    /** Reads {@code name=value} arguments: {@code gpus days step gaps changes jitter seed}. */
    static ExportPlan of(Map<String, String> arguments) {
        Map<String, String> all = new TreeMap<>(arguments);
        return new ExportPlan(
                Integer.parseInt(all.getOrDefault("gpus", "8")),
                Double.parseDouble(all.getOrDefault("days", "1")),
                Integer.parseInt(all.getOrDefault("step", "60")),
                Double.parseDouble(all.getOrDefault("gaps", "0")),
                Integer.parseInt(all.getOrDefault("changes", "0")),
                Integer.parseInt(all.getOrDefault("jitter", "0")),
                Long.parseLong(all.getOrDefault("seed", "1")));
    }

    /** How many samples a series has that is there all the time; one where there is no time. */
    int instants() {
        return Math.max(1, (int) Math.round(days * 86_400 / step));
    }

    /** All series, those of a GPU together. */
    List<Series> series() {
        List<Series> all = new ArrayList<>();
        for (int gpu = 0; gpu < gpus; gpu++) {
            for (int era = 0; era <= changes; era++) {
                int from = (int) ((long) instants() * era / (changes + 1));
                int to = (int) ((long) instants() * (era + 1) / (changes + 1));
                String[] layout = LAYOUTS[era % LAYOUTS.length];
                for (int i = 0; i < layout.length; i++) {
                    all.add(new Series(gpu, 7 + i, layout[i], from, to));
                }
            }
        }
        return all;
    }

    String uuid(int gpu) {
        return String.format(Locale.ROOT, "GPU-%08x-0000-4000-8000-%012x", mix(gpu) & 0xffffffffL, gpu);
    }

    String host(int gpu) {
        return String.format(Locale.ROOT, "node-%04d", gpu / ON_A_HOST);
    }

    int number(int gpu) {
        return gpu % ON_A_HOST;
    }

    /** When a sample is taken, in milliseconds since 1970 UTC. */
    long millis(int gpu, int instant) {
        long late = jitter == 0 ? 0 : Math.floorMod(mix(gpu / ON_A_HOST * 31L + instant * 1_000_003L), (long) jitter);
        return (START + (long) instant * step) * 1000 + late;
    }

    /** Whether a sample is missing. */
    boolean isMissing(Series series, int instant) {
        return gaps > 0 && Math.floorMod(noise(series, instant) >> 20, 1_000_000L) < gaps * MILLION;
    }

    /** What is reported, in millionths. */
    int value(Series series, int instant) {
        long base = Math.floorMod(mix(series.gpu() * 16L + series.id()), 600_000L);
        long hourly = Math.floorMod(noise(series, instant * step / 3600 + 1_000_000_000), 200_000L);
        return (int) (base + hourly + Math.floorMod(noise(series, instant), 200_000L));
    }

    private long noise(Series series, int instant) {
        return mix((series.gpu() * 16L + series.id()) * 0x100000001B3L + instant);
    }

    private long mix(long what) {
        long z = what + seed * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
