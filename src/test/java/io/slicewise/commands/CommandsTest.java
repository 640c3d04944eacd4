package io.slicewise.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.json.YamlDocument;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.change.FleetChange;
import io.slicewise.planning.change.Rehearsal;
import io.slicewise.planning.change.Rehearsal.Action;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final GpuModel A100 = Fleets.model("a100-80gb");
    private static final List<Layout> LAYOUTS = io.slicewise.mig.Layouts.reachable(A100, A100.baseProfiles());
    private static final Messages WORDS = Messages.in(Language.ENGLISH);
    private static final String NASTY = "a'b\"c`touch pwned`$(touch pwned)\n touch pwned\r#\u2028: - {x}";

    @TempDir
    private Path folder;

    @Property(tries = 200)
    void commandsEndInTheTarget(
            @ForAll @IntRange(min = 0, max = 297) int before, @ForAll @IntRange(min = 0, max = 297) int after) {
        FleetChange change = change(LAYOUTS.get(before), LAYOUTS.get(after), "");
        Set<Placement> standing = new java.util.HashSet<>(LAYOUTS.get(before).placements());
        List<Action> actions = new ArrayList<>();
        for (String line : NvidiaSmiScript.of(change, WORDS).lines().toList()) {
            String[] parts = line.strip().split(" ");
            if (!line.startsWith(" ")
                    || parts.length != 4
                    || !Set.of("destroy", "create").contains(parts[0])) {
                continue;
            }
            Profile profile = A100.profiles().stream()
                    .filter(one -> Objects.equals(one.giProfileId(), Integer.valueOf(parts[2])))
                    .findFirst()
                    .orElseThrow();
            Placement placement = new Placement(profile, Integer.parseInt(parts[3]));
            if (parts[0].equals("create")) {
                actions.add(new Action.Create(profile, placement.start()));
                standing.add(placement);
            } else {
                actions.add(new Action.DestroyCompute(placement));
                actions.add(new Action.DestroyGpu(placement));
                standing.remove(placement);
            }
        }
        assertEquals(
                Rehearsal.Result.LEGAL,
                Rehearsal.of(LAYOUTS.get(before), actions).result());
        assertEquals(Set.copyOf(LAYOUTS.get(after).placements()), standing);
    }

    @Property(tries = 100)
    void theYamlReadBackHasTheSameCounts(
            @ForAll @IntRange(min = 0, max = 297) int before, @ForAll @IntRange(min = 0, max = 297) int after) {
        FleetChange change = change(LAYOUTS.get(before), LAYOUTS.get(after), NASTY);
        Map<String, Integer> counts = new TreeMap<>();
        YamlDocument.parse("mig-parted.yaml", MigPartedFile.of(change, WORDS), new ArrayList<>())
                .get("mig-configs")
                .get(MigPartedFile.config(NASTY))
                .items()
                .getFirst()
                .get("mig-devices")
                .fields()
                .forEach((name, count) -> counts.put(name, count.requiredInteger(0, 7)));
        assertEquals(io.slicewise.mig.Layouts.counts(LAYOUTS.get(after)), counts);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theScriptRunsAgainstADriverAndShowsFirst() throws Exception {
        FleetChange change = change(layout("1g@0 1g@4 2g@2"), layout("2g@2 3g@4 1g@0 1g@1"), NASTY);
        String script = NvidiaSmiScript.of(change, WORDS);
        Path state = state(layout("1g@0 1g@4 2g@2"));
        String before = Files.readString(state);
        assertEquals(0, bash(script, state, "--host", Shell.oneLine(NASTY)));
        assertEquals(before, Files.readString(state));
        assertEquals(0, bash(script, state, "--run", "--host", Shell.oneLine(NASTY)));
        assertEquals(placed(layout("2g@2 3g@4 1g@0 1g@1")), placed(state));
        assertFalse(Files.exists(folder.resolve("pwned")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theScriptTouchesNothingWhereSomethingIsMissing() throws Exception {
        FleetChange change = change(layout("1g@0 1g@4"), layout("3g@4"), "host");
        Path state = state(layout("1g@0"));
        String before = Files.readString(state);
        assertEquals(1, bash(NvidiaSmiScript.of(change, WORDS), state, "--run", "--host", "host"));
        assertEquals(before, Files.readString(state));
        assertEquals(2, bash(NvidiaSmiScript.of(change, WORDS), state, "--run", "--host", "other"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void namesDoNotBreakOutOfTheOperatorsScript() throws Exception {
        FleetChange change = change(layout("1g@0 1g@4"), layout("3g@4"), NASTY);
        String script = OperatorScript.of(change, WORDS);
        Path state = state(layout("1g@0"));
        assertEquals(0, bash(script, state));
        assertFalse(Files.exists(folder.resolve("pwned")));
        assertTrue(script.contains("change " + Shell.quoted(NASTY) + " " + MigPartedFile.config(NASTY)));
        assertTrue(MigPartedFile.config(NASTY).matches("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"));
    }

    @Test
    void whatMigPartedCannotSayStandsAboveItsFile() {
        String moved = MigPartedFile.of(change(layout("3g@0"), layout("3g@4"), ""), WORDS);
        assertTrue(moved.contains(WORDS.say("commands.parted.same", "GPU 0")), moved);
        String more = MigPartedFile.of(change(layout("2g@2 3g@4"), layout("2g@0 2g@2 3g@4"), ""), WORDS);
        assertTrue(more.contains(WORDS.say("commands.parted.order", "GPU 0")), more);
        assertEquals(2, more.lines().filter(line -> line.contains("could stay")).count());
    }

    @Test
    void aChecklistHasALineForEachStep() {
        FleetChange change = change(layout("1g@0 1g@4"), layout("3g@4"), NASTY);
        assertEquals(change.steps().size(), Checklist.of(change, WORDS).size());
        assertTrue(Checklist.of(change, WORDS).stream()
                .allMatch(line -> line.lines().count() == 1));
    }

    private static Layout layout(String text) {
        return new Layout(A100, Fleets.placements(A100, text));
    }

    private static FleetChange change(Layout before, Layout after, String host) {
        return FleetChange.between(fleet(before, host), fleet(after, host));
    }

    private static Fleet fleet(Layout layout, String host) {
        List<Instance> instances = new ArrayList<>();
        for (Placement placement : layout.placements()) {
            instances.add(new Instance(
                    String.valueOf(instances.size()), placement.profile(), placement.start(), 0.5, host, host, ""));
        }
        return new Fleet(List.of(new Gpu("gpu-0", "GPU 0", host, A100, "", instances)));
    }

    private Path state(Layout layout) throws IOException {
        StringBuilder lines = new StringBuilder();
        int id = 1;
        for (Placement placement : layout.placements()) {
            Profile profile = placement.profile();
            lines.append("0 %d %d %d %d %d 1%n"
                    .formatted(
                            id++,
                            profile.giProfileId(),
                            placement.start(),
                            placement.end() - placement.start(),
                            profile.computeSlices()));
        }
        StringBuilder profiles = new StringBuilder();
        for (Profile profile : A100.baseProfiles()) {
            PlacementRule rule = Objects.requireNonNull(profile.placement());
            String starts =
                    String.join(",", rule.starts().stream().map(String::valueOf).toList());
            profiles.append(
                    "%d %d %d %s%n".formatted(profile.giProfileId(), rule.size(), profile.computeSlices(), starts));
        }
        Files.writeString(folder.resolve("profiles"), profiles);
        return Files.writeString(folder.resolve("state"), lines);
    }

    /** Profile id and start of what stands. */
    private static Set<String> placed(Path state) throws IOException {
        Set<String> placed = new TreeSet<>();
        for (String line : Files.readAllLines(state)) {
            placed.add(line.split(" ")[2] + "@" + line.split(" ")[3]);
        }
        return placed;
    }

    private static Set<String> placed(Layout layout) {
        Set<String> placed = new TreeSet<>();
        layout.placements().forEach(one -> placed.add(one.profile().giProfileId() + "@" + one.start()));
        return placed;
    }

    private int bash(String script, Path state, String... args) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path smi = bin.resolve("nvidia-smi");
        try (InputStream in = CommandsTest.class.getResourceAsStream("/io/slicewise/commands/nvidia-smi")) {
            Files.write(smi, in.readAllBytes());
        }
        assertTrue(smi.toFile().setExecutable(true));
        Path file = Files.writeString(folder.resolve("script.sh"), script, StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(List.of("bash", file.toString()));
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        Map<String, String> environment = new HashMap<>(process.environment());
        process.environment().put("PATH", bin + ":" + environment.get("PATH"));
        process.environment().put("SMI_STATE", state.toString());
        process.environment().put("SMI_PROFILES", folder.resolve("profiles").toString());
        process.environment().put("LC_ALL", "C.UTF-8");
        return process.start().waitFor();
    }
}
