package io.slicewise.bench;

import io.slicewise.desktop.workspace.Autosave;
import io.slicewise.document.Fingerprint;
import io.slicewise.document.Saving;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.fleet.Fleets;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Kills a process that saves and autosaves without a pause, again and again, and looks what is left: no file may be torn,
 * and no saving that was acknowledged may be lost. Started by hand, with the class path of {@code mvn -Pbench}:
 * {@code java io.slicewise.bench.Kills 1000}.
 */
public final class Kills {
    private static final String FILE = "work.slicewise.json";
    private static final String KEY = "work";
    private static final int LONGEST_MILLIS = 60;

    private Kills() {}

    /**
     * @param args how many kills; or, for the process that is killed, {@code save}, a folder and the first number
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[0].equals("save")) {
            save(Path.of(args[1]), Integer.parseInt(args[2]));
        } else {
            kill(Integer.parseInt(args[0]));
        }
    }

    /** Saves 1, 2, 3 … by name, and says of each when it is on the disk. */
    private static void save(Path folder, int first) throws IOException {
        Path file = folder.resolve(FILE);
        Autosave autosave =
                new Autosave(folder.resolve("autosave"), ProcessHandle.current().pid());
        Fingerprint known = Fingerprint.of(file);
        for (int number = first; ; number++) {
            Editable content = content(number);
            autosave.keep(new Autosave.Left(KEY, content, file));
            System.out.println("kept " + number);
            if (!(Saving.save(file, content, known) instanceof Saving.Done done)) {
                throw new IOException("not saved: " + number);
            }
            known = done.stored();
            System.out.println("saved " + number);
        }
    }

    private static Editable content(int number) {
        return DocumentContent.planned(
                Scenario.empty(String.valueOf(number)).withFleet(Fleets.host()));
    }

    private static void kill(int times) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("slicewise-kills");
        Random random = new Random(1);
        int torn = 0;
        int lost = 0;
        long acknowledged = 0;
        int number = 1;
        for (int i = 0; i < times; i++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Kills.class.getName(),
                            "save",
                            folder.toString(),
                            String.valueOf(number))
                    .redirectErrorStream(true)
                    .start();
            Said said = said(process, random.nextInt(LONGEST_MILLIS));
            Integer saved = read(Files.readAllBytes(folder.resolve(FILE)));
            Integer kept = kept(folder);
            torn += (saved == null ? 1 : 0) + (kept == null ? 1 : 0);
            lost += (saved != null && saved < said.saved() ? 1 : 0) + (kept != null && kept < said.kept() ? 1 : 0);
            acknowledged += said.saved() - number + 1;
            number = Math.max(said.saved(), Objects.requireNonNullElse(saved, 0)) + 1;
        }
        System.out.println(times + " kills while saving, " + acknowledged + " acknowledged savings: " + torn
                + " files torn, " + lost + " savings lost");
        System.exit(torn + lost == 0 ? 0 : 1);
    }

    private record Said(int kept, int saved) {}

    /** What the process had said when it was killed, so many milliseconds after its first saving. */
    private static Said said(Process process, int millis) throws IOException, InterruptedException {
        int kept = 0;
        int saved = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                boolean isFirst = saved == 0;
                if (line.matches("kept \\d+")) {
                    kept = Integer.parseInt(line.substring(5));
                } else if (line.matches("saved \\d+")) {
                    saved = Integer.parseInt(line.substring(6));
                    if (isFirst) {
                        Thread.sleep(millis);
                        // its handle: Process would close the stream that is read here
                        process.toHandle().destroyForcibly();
                    }
                } else if (line.contains("Exception")) {
                    throw new IOException(line);
                }
            }
        }
        process.waitFor();
        return new Said(kept, saved);
    }

    /** The number of what stands there whole; {@code null} where it is torn. */
    private static @Nullable Integer read(byte[] json) {
        Scenario scenario = ScenarioFile.read(FILE, json, Fleets.CATALOGUE).scenario();
        return scenario == null
                ? null
                : (Integer) Integer.parseInt(scenario.name().in(Language.ENGLISH));
    }

    private static @Nullable Integer kept(Path folder) {
        List<Autosave.Left> left = new Autosave(folder.resolve("autosave"), 0).leftBehind(Fleets.CATALOGUE).work();
        return left.size() != 1
                ? null
                : (Integer) Integer.parseInt(
                        left.getFirst().content().scenario().name().in(Language.ENGLISH));
    }
}
