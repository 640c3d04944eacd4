package io.slicewise.document;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the product keeps what belongs to the person and not to a document.
 *
 * @param settings the folder of settings and of the planner's own {@code catalogue.json}; it need not exist yet
 */
public record AppFolders(Path settings) {
    private static final String NAME = "Slicewise";

    /** Looks a setting up by name; {@code null} where it is not set. */
    @FunctionalInterface
    public interface Lookup {
        @Nullable
        String get(String name);
    }

    /** The folders of this machine and user. */
    public static AppFolders ofSystem() {
        return of(System::getProperty, System::getenv);
    }

    /**
     * The system property {@code slicewise.home} or the environment variable {@code SLICEWISE_HOME} where one is set;
     * otherwise the operating system's place: {@code ~/.config/slicewise} or {@code $XDG_CONFIG_HOME/slicewise} on
     * Linux, {@code ~/Library/Application Support/Slicewise} on macOS, {@code %APPDATA%\Slicewise} on Windows.
     */
    static AppFolders of(Lookup properties, Lookup environment) {
        String own = first(properties.get("slicewise.home"), environment.get("SLICEWISE_HOME"));
        if (own != null) {
            return new AppFolders(Path.of(own).toAbsolutePath());
        }
        String system = String.valueOf(properties.get("os.name")).toLowerCase(Locale.ROOT);
        Path home = Path.of(String.valueOf(first(properties.get("user.home"), ".")));
        if (system.startsWith("windows")) {
            String roaming = first(environment.get("APPDATA"), null);
            return new AppFolders(
                    (roaming == null ? home.resolve("AppData", "Roaming") : Path.of(roaming)).resolve(NAME));
        }
        if (system.startsWith("mac")) {
            return new AppFolders(home.resolve("Library", "Application Support", NAME));
        }
        String config = first(environment.get("XDG_CONFIG_HOME"), null);
        // the specification of XDG says to ignore a relative one
        Path base = config == null || !Path.of(config).isAbsolute() ? home.resolve(".config") : Path.of(config);
        return new AppFolders(base.resolve(NAME.toLowerCase(Locale.ROOT)));
    }

    /** The planner's own catalogue; it need not exist. */
    public Path catalogue() {
        return settings.resolve("catalogue.json");
    }

    private static @Nullable String first(@Nullable String value, @Nullable String other) {
        UnaryOperator<@Nullable String> set = text -> text == null || text.isBlank() ? null : text;
        String chosen = set.apply(value);
        return chosen == null ? set.apply(other) : chosen;
    }
}
