package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Theme;
import io.slicewise.desktop.workspace.Settings.WindowPlace;
import io.slicewise.json.AtomicFile;
import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.json.SharedFolder;
import io.slicewise.snapshot.OpenQuestion.Column;
import io.slicewise.text.Language;
import io.slicewise.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings on disk, as JSON. A broken file never stops the start: what can be read is taken, the rest is as it is
 * at first, and a file that is no JSON is kept beside the new one for those who want to look at it. Several processes can
 * share it: each changes what was changed in it.
 */
public final class SettingsFile {
    private static final int FORMAT_VERSION = 1;
    private static final double FARTHEST = 1e6;
    private static final int MOST_COLUMNS = 1_000_000;

    private final Path file;

    /**
     * The settings as this process last saw them: what differs from them in the file was changed by another one.
     * {@code null} where it saw none yet.
     */
    private @Nullable Settings seen;

    public SettingsFile(Path folder) {
        file = folder.resolve("settings.json");
    }

    /** A file of which another has read these settings. */
    SettingsFile(Path folder, Settings seen) {
        this(folder);
        this.seen = seen;
    }

    /** The settings, or what of them can be read. */
    public Settings read() {
        List<Problem> problems = new ArrayList<>();
        try {
            if (!Files.exists(file)) {
                return Settings.DEFAULT;
            }
            JsonValue root = JsonDocument.parse(file.toString(), Files.readAllBytes(file), problems);
            if (root == null || !root.isObject()) {
                AtomicFile.writeForOwner(file.resolveSibling("settings.broken.json"), Files.readAllBytes(file));
                return Settings.DEFAULT;
            }
            Settings settings = settings(root);
            seen = settings;
            return settings;
        } catch (IOException e) {
            return Settings.DEFAULT;
        }
    }

    /** Writes them whole or not at all; what another process changed meanwhile, and this one did not, stays. */
    public void write(Settings settings) throws IOException {
        SharedFolder.alone(file, () -> {
            ObjectNode present = present();
            Settings before = seen == null ? readable(present) : seen;
            ObjectNode merged = Merge.of(json(before), json(settings), present);
            AtomicFile.writeForOwner(file, JsonDocument.print(merged));
        });
        seen = settings;
    }

    private Settings readable(ObjectNode present) {
        JsonValue root = JsonDocument.parse(file.toString(), JsonDocument.print(present), new ArrayList<>());
        return root == null ? Settings.DEFAULT : settings(root);
    }

    private static ObjectNode json(Settings settings) {
        ObjectNode root = JsonDocument.mapper().createObjectNode();
        root.put("formatVersion", FORMAT_VERSION);
        root.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
        Language language = settings.language();
        if (language != null) {
            root.put("language", language.code());
        }
        root.put("textSize", settings.textSize());
        root.put("alert", settings.alert());
        ArrayNode rulesOff = root.putArray("rulesOff");
        settings.rulesOff().stream().sorted().forEach(rulesOff::add);
        root.put("library", settings.library());
        WindowPlace window = settings.window();
        if (window != null) {
            root.putObject("window")
                    .put("x", window.x())
                    .put("y", window.y())
                    .put("width", window.width())
                    .put("height", window.height())
                    .put("maximized", window.maximized());
        }
        ArrayNode recent = root.putArray("recent");
        settings.recent().forEach(path -> recent.add(path.toString()));
        ObjectNode columns = root.putObject("columns");
        settings.columns().forEach((header, said) -> {
            ArrayNode list = columns.putArray(header);
            said.forEach(column -> list.addObject()
                    .put("number", column.number())
                    .put("title", column.title())
                    .put("gpu", column.gpu())
                    .put("instance", column.instance())
                    .put("profile", column.profile())
                    .put("model", column.model()));
        });
        ObjectNode fleetColumns = root.putObject("fleetColumns");
        new TreeMap<>(settings.fleetColumns()).forEach(fleetColumns::put);
        WishesJson.write(settings.reports(), root.putObject("reports"));
        Updates.Wish updates = settings.updates();
        ObjectNode asked = root.putObject("updates").put("wanted", updates.wanted());
        if (updates.asked() != null) {
            asked.put("asked", updates.asked().toString());
        }
        return root;
    }

    /** What stands in the file, so that fields of another version survive. */
    private ObjectNode present() {
        try {
            if (Files.exists(file)
                    && JsonDocument.mapper().readTree(Files.readAllBytes(file)) instanceof ObjectNode known) {
                return known;
            }
        } catch (IOException | JacksonException _) {
            // then there is nothing in it that could be kept
        }
        return JsonDocument.mapper().createObjectNode();
    }

    private static Map<String, Boolean> fleetColumns(JsonValue value) {
        Map<String, Boolean> columns = new HashMap<>();
        value.fields().forEach((name, shown) -> columns.put(name, shown.bool(true)));
        return columns;
    }

    private static Settings settings(JsonValue root) {
        Double size = root.get("textSize").number(Look.SMALLEST_TEXT, Look.LARGEST_TEXT);
        Integer alert = root.get("alert").integer(AlertLevel.LOWEST, AlertLevel.HIGHEST);
        return new Settings(
                theme(root.get("theme").string("")),
                Language.ofCode(root.get("language").string("")).orElse(null),
                size == null ? 1 : size,
                alert == null ? AlertLevel.USUAL : alert,
                root.get("rulesOff").items().stream()
                        .map(rule -> rule.string(""))
                        .filter(rule -> !rule.isEmpty())
                        .collect(Collectors.toSet()),
                root.get("library").bool(true),
                window(root.get("window")),
                recent(root.get("recent")),
                columns(root.get("columns")),
                fleetColumns(root.get("fleetColumns")),
                WishesJson.read(root.get("reports")),
                updates(root.get("updates")));
    }

    private static Updates.Wish updates(JsonValue value) {
        String asked = value.get("asked").string("");
        try {
            return new Updates.Wish(value.get("wanted").bool(false), asked.isEmpty() ? null : LocalDate.parse(asked));
        } catch (DateTimeParseException _) {
            return new Updates.Wish(value.get("wanted").bool(false), null);
        }
    }

    private static Theme theme(String name) {
        for (Theme theme : Theme.values()) {
            if (theme.name().equalsIgnoreCase(name)) {
                return theme;
            }
        }
        return Theme.SYSTEM;
    }

    private static @Nullable WindowPlace window(JsonValue value) {
        Double x = value.get("x").number(-FARTHEST, FARTHEST);
        Double y = value.get("y").number(-FARTHEST, FARTHEST);
        Double width = value.get("width").number(1, FARTHEST);
        Double height = value.get("height").number(1, FARTHEST);
        return x == null || y == null || width == null || height == null
                ? null
                : new WindowPlace(x, y, width, height, value.get("maximized").bool(false));
    }

    private static Map<String, List<Column>> columns(JsonValue headers) {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        headers.fields().forEach((header, list) -> {
            List<Column> said = new ArrayList<>();
            for (JsonValue item : list.items()) {
                Integer number = item.get("number").integer(1, MOST_COLUMNS);
                if (number != null) {
                    said.add(new Column(
                            number,
                            item.get("title").string(""),
                            item.get("gpu").string(""),
                            item.get("instance").string(""),
                            item.get("profile").string(""),
                            item.get("model").string("")));
                }
            }
            columns.put(header, said);
        });
        return columns;
    }

    private static List<Path> recent(JsonValue list) {
        List<Path> files = new ArrayList<>();
        for (JsonValue item : list.items()) {
            try {
                String path = item.string("");
                if (!path.isBlank()) {
                    files.add(Path.of(path));
                }
            } catch (InvalidPathException e) {
                // written on another system; a path that cannot be is not worth a word
            }
        }
        return files;
    }
}
