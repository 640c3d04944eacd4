package io.slicewise.live.connection;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The system's keyring, by the command that the system brings: {@code secret-tool} of libsecret on Linux (GNOME
 * Keyring, KWallet, KeePassXC), {@code security} on macOS, the Credential Locker of Windows through its PowerShell.
 *
 * <p>No secret is an argument of a command: all users of a machine can read those.
 */
public final class Keyring implements SecretStore {
    private static final String SERVICE = "slicewise";
    private static final Pattern FOLDERS = Pattern.compile(Pattern.quote(File.pathSeparator));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Dialect dialect;
    private final Program program;

    /** How a keyring's command is spoken to. */
    enum Dialect {
        SECRET_TOOL("secret-tool"),
        SECURITY("security"),
        VAULT("powershell.exe");

        private final String command;

        Dialect(String command) {
            this.command = command;
        }
    }

    Keyring(Dialect dialect, Program program) {
        this.dialect = dialect;
        this.program = program;
    }

    /** The keyring of this system; empty where its command is missing. */
    static Optional<Keyring> ofSystem() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Dialect dialect = system.contains("win")
                ? Dialect.VAULT
                : system.contains("mac") ? Dialect.SECURITY : Dialect.SECRET_TOOL;
        return isOnPath(dialect.command) && (dialect != Dialect.SECRET_TOOL || hasSession(System.getenv()))
                ? Optional.of(new Keyring(dialect, Program.ofSystem(PATIENCE)))
                : Optional.empty();
    }

    /** Whether there is a session bus: without one nobody answers {@code secret-tool}. */
    static boolean hasSession(Map<String, String> environment) {
        String folder = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        return !environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isEmpty()
                || (!folder.isEmpty() && Files.exists(Path.of(folder, "bus")));
    }

    private static boolean isOnPath(String command) {
        String path = System.getenv("PATH");
        for (String folder : FOLDERS.split(path == null ? "" : path)) {
            if (isIn(folder, command)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(String folder, String command) {
        try {
            return !folder.isEmpty() && Files.isExecutable(Path.of(folder, command));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    @Override
    public boolean lasts() {
        return true;
    }

    @Override
    public Optional<Secret> find(Key key) {
        Optional<String> printed = switch (dialect) {
            case SECRET_TOOL -> program.run(secretTool("lookup", key), "");
            case SECURITY ->
                program.run(List.of("security", "find-generic-password", "-s", service(key), "-a", SERVICE, "-w"), "");
            case VAULT ->
                vault("$c = $v.Retrieve('" + service(key) + "', '" + SERVICE
                        + "'); $c.RetrievePassword(); [Console]::Out.Write($c.Password)");
        };
        return printed.flatMap(this::decoded).filter(secret -> !secret.isEmpty());
    }

    @Override
    public boolean keep(Key key, Secret secret) {
        return switch (dialect) {
            case SECRET_TOOL ->
                program.run(secretToolStore(key), encoded(secret)).isPresent();
            case SECURITY ->
                // the interactive form takes commands from the input, where nobody else sees them, and ends well always
                program.run(
                                        List.of("security", "-i"),
                                        "add-generic-password -U -s \"" + service(key) + "\" -a " + SERVICE + " -w "
                                                + encoded(secret) + "\n")
                                .isPresent()
                        && find(key).equals(Optional.of(secret));
            case VAULT ->
                vault("$v.Add((New-Object Windows.Security.Credentials.PasswordCredential('" + service(key) + "', '"
                                + SERVICE + "', '" + encoded(secret) + "')))")
                        .isPresent();
        };
    }

    @Override
    public void forget(Key key) {
        switch (dialect) {
            case SECRET_TOOL -> program.run(secretTool("clear", key), "");
            case SECURITY ->
                program.run(List.of("security", "delete-generic-password", "-s", service(key), "-a", SERVICE), "");
            case VAULT -> vault("$v.Remove($v.Retrieve('" + service(key) + "', '" + SERVICE + "'))");
        }
    }

    /** One line by the input, where nobody else sees it; fails where the line does. */
    private Optional<String> vault(String line) {
        return program.run(
                List.of("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", "-"),
                "try { [void][Windows.Security.Credentials.PasswordVault,Windows.Security.Credentials,"
                        + "ContentType=WindowsRuntime]; $v = New-Object Windows.Security.Credentials.PasswordVault; "
                        + line + " } catch { exit 1 }\n");
    }

    private static List<String> secretTool(String verb, Key key) {
        return List.of("secret-tool", verb, "application", SERVICE, "server", key.server(), "purpose", key.purpose());
    }

    private static List<String> secretToolStore(Key key) {
        return List.of(
                "secret-tool",
                "store",
                "--label=Slicewise: " + key.server(),
                "application",
                SERVICE,
                "server",
                key.server(),
                "purpose",
                key.purpose());
    }

    /** One word, without quotes and spaces: an address has none, the name of a header neither. */
    private static String service(Key key) {
        return (SERVICE + ":" + key.purpose() + ":" + key.server()).replaceAll("[\\s\"'\\\\]", "_");
    }

    /** As letters only, which no keyring and no command line changes. */
    private static String encoded(Secret secret) {
        return Base64.getUrlEncoder().encodeToString(secret.reveal().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Secret> decoded(String printed) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(printed.strip());
            return Optional.of(Secret.of(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException _) {
            // somebody else wrote it
            return Optional.empty();
        }
    }
}
