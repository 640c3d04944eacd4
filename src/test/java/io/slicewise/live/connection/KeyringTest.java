package io.slicewise.live.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.live.connection.Keyring.Dialect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyringTest {
    private static final Secret SECRET = Secret.of("pässwörd 'with\" $everything\\ \n 비밀");
    private static final URI BASE = URI.create("https://prometheus.example/p?x");

    /** Does what the two commands do, as far as they are used. */
    private static final class Commands implements Program {
        private static final Pattern ADD =
                Pattern.compile("add-generic-password -U -s \"([^\"]*)\" -a \\S+ -w (\\S+)\n");
        private static final Pattern VAULT = Pattern.compile(
                "try \\{.*(?:PasswordCredential\\('([^']*)', '[^']*', '([^']*)'\\)|\\$v\\.Retrieve\\('([^']*)',"
                        + " '[^']*'\\)).*} catch \\{ exit 1 }\n");
        private final Map<String, String> kept = new HashMap<>();
        private final List<List<String>> seen = new ArrayList<>();

        @Override
        public Optional<String> run(List<String> command, String input) {
            seen.add(command);
            String name = command.getFirst() + " " + command.get(1);
            return switch (name) {
                case "secret-tool store" -> put(attributes(command, 3), input);
                case "secret-tool lookup" -> Optional.ofNullable(kept.get(attributes(command, 2)));
                case "powershell.exe -NoProfile" -> {
                    Matcher matcher = VAULT.matcher(input);
                    assertTrue(matcher.matches(), input);
                    yield matcher.group(1) != null
                            ? put(matcher.group(1), matcher.group(2))
                            : input.contains("$v.Remove(")
                                    ? removed(matcher.group(3))
                                    : Optional.ofNullable(kept.get(matcher.group(3)));
                }
                case "secret-tool clear" -> removed(attributes(command, 2));
                case "security -i" -> {
                    Matcher matcher = ADD.matcher(input);
                    // ends well whether it worked or not, as the real one does
                    yield matcher.matches() ? put(matcher.group(1), matcher.group(2)) : Optional.of("");
                }
                case "security find-generic-password" ->
                    Optional.ofNullable(kept.get(command.get(3))).map(value -> value + "\n");
                case "security delete-generic-password" -> removed(command.get(3));
                default -> throw new AssertionError(command);
            };
        }

        private static String attributes(List<String> command, int from) {
            return command.subList(from, command.size()).toString();
        }

        private Optional<String> put(String key, String value) {
            kept.put(key, value);
            return Optional.of("");
        }

        private Optional<String> removed(String key) {
            return Optional.ofNullable(kept.remove(key));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aSecretComesBackAsItWasAndIsNeverAnArgument(Dialect dialect) {
        Commands commands = new Commands();
        Keyring keyring = new Keyring(dialect, commands);
        SecretStore.Key key = SecretStore.Key.access(BASE);
        assertEquals(Optional.empty(), keyring.find(key));
        assertTrue(keyring.keep(key, SECRET));
        assertEquals(Optional.of(SECRET), keyring.find(key));
        assertEquals(Optional.empty(), keyring.find(SecretStore.Key.header(BASE, "X-Api-Key")));
        keyring.forget(key);
        assertEquals(Optional.empty(), keyring.find(key));
        for (String kept : List.of("비밀", "everything")) {
            assertFalse(commands.seen.toString().contains(kept), commands.seen.toString());
        }
        assertTrue(keyring.lasts());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aKeyringThatFailsKeepsNothingAndThrowsNothing(Dialect dialect) {
        Keyring keyring = new Keyring(dialect, (command, input) -> Optional.empty());
        SecretStore.Key key = SecretStore.Key.access(BASE);
        assertFalse(keyring.keep(key, SECRET));
        assertEquals(Optional.empty(), keyring.find(key));
        Keyring strange = new Keyring(dialect, (command, input) -> Optional.of("not what was kept"));
        assertEquals(Optional.empty(), strange.find(key));
    }

    @Test
    void allSecretsOfAConnectionAreKeptTogether() {
        SecretStore store = new MemorySecrets();
        Connection connection = Connection.to(BASE)
                .withAccess(new Access.Basic("kim"))
                .withTls(new Tls(null, Path.of("client.p12"), null))
                .withHeaders(List.of("X-Api-Key"));
        Credentials credentials = new Credentials(SECRET, Secret.of("opens it"), Map.of("X-Api-Key", Secret.of("abc")));
        assertTrue(store.keep(connection, credentials));
        assertEquals(credentials, store.credentials(connection));
        assertEquals(Credentials.NONE, store.credentials(Connection.to(BASE)));
        assertFalse(store.lasts());
    }

    @Test
    void withoutASessionThereIsNoKeyring(@TempDir Path folder) throws IOException {
        assertFalse(Keyring.hasSession(Map.of()));
        assertFalse(Keyring.hasSession(Map.of("XDG_RUNTIME_DIR", folder.toString())));
        Files.createFile(folder.resolve("bus"));
        assertTrue(Keyring.hasSession(Map.of("XDG_RUNTIME_DIR", folder.toString())));
        assertTrue(Keyring.hasSession(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/tmp/x")));
    }

    @Test
    void noSecretShowsInAText() {
        Credentials credentials = new Credentials(SECRET, SECRET, Map.of("X", SECRET));
        assertEquals("Credentials[access=•••, certificate=•••, headers={X=•••}]", credentials.toString());
        assertEquals(
                "it said ••• to me", credentials.without("it said " + SECRET.reveal() + " to me", new Access.None()));
    }

    @Test
    void aCommandOfTheSystemTakesItsInputAndEndsInTime() {
        Program program = Program.ofSystem(Duration.ofSeconds(20));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertTrue(program.run(List.of(java, "--version"), "unread").isPresent());
        assertEquals(Optional.empty(), program.run(List.of(java, "--no-such-option"), ""));
        assertEquals(Optional.empty(), program.run(List.of("no-such-command-anywhere"), ""));
    }
}
