package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Background;
import io.slicewise.document.BuildInfo;
import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Credentials;
import io.slicewise.live.http.ApiClient;
import io.slicewise.live.http.LiveException;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells that there is a newer version, to those who want to be told: asks the build's address at the start, at most once a
 * day. Where no one turned it on, or the build has no address, nothing is ever asked.
 */
final class Updates {
    private Updates() {}

    /**
     * What a person wants to be told.
     *
     * @param wanted whether newer versions are asked for
     * @param asked the day of the last question; {@code null} before the first
     */
    public record Wish(boolean wanted, @Nullable LocalDate asked) {
        /** Nothing is asked. */
        static final Wish NONE = new Wish(false, null);

        /** Whether a question is due. */
        boolean isDue(LocalDate today) {
            return wanted && !today.equals(asked);
        }
    }

    /** Asks where that is wanted and due, and tells where there is something newer. No answer is not worth a word. */
    static void ask(
            BuildInfo build, Preferences preferences, LocalDate today, Background background, Consumer<Text> tell) {
        URI address = build.releases();
        Wish wish = preferences.settings().updates();
        if (address == null || build.version().isEmpty() || !wish.isDue(today)) {
            return;
        }
        preferences.change(s -> s.withUpdates(new Wish(s.updates().wanted(), today)));
        background.start(cancel -> newer(build.version(), address, cancel), found -> found.ifPresent(tell));
    }

    /** What is said of a version that is newer than this one; empty where there is none, or no answer. */
    static Optional<Text> newer(String version, URI address, Cancel cancel) {
        try (ApiClient client = ApiClient.of(Connection.to(address), Credentials.NONE, InstantSource.system());
                InputStream in = client.ask("", Map.of(), cancel).open()) {
            JsonValue root = JsonDocument.parse(address.toString(), in.readAllBytes(), new ArrayList<>());
            String released = root == null ? "" : root.get("version").string("");
            if (root == null || released.isEmpty() || !isNewer(released, version)) {
                return Optional.empty();
            }
            return Optional.of(Text.of(
                    "desktop.update", released, version, root.get("page").string(address.toString())));
        } catch (LiveException | IOException _) {
            return Optional.empty();
        }
    }

    private static boolean isNewer(String released, String version) {
        try {
            return Version.parse(released).compareTo(Version.parse(version)) > 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
