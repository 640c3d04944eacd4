package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.AppFolders;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManualCommandTest {
    private static final Set<String> REQUESTS = Set.of(".TH", ".SH", ".SS", ".TP", ".B");

    @ParameterizedTest
    @MethodSource("io.slicewise.text.Language#all")
    void describesEveryCommandWithEveryOption(Language language) {
        CliRun run = CliRun.of("manual", "--lang", language.code());
        String page = run.out();
        AppFolders folders = new AppFolders(Path.of("target", "no-settings"));
        Commands commands = Commands.of(Terminal.ofProcess(), folders, Messages.in(language));
        commands.described().getSubcommands().forEach((name, command) -> {
            assertTrue(page.contains(".SS slicewise " + name + "\n"), name);
            String own = page.substring(page.indexOf(".SS slicewise " + name + "\n"));
            command.getCommandSpec()
                    .options()
                    .forEach(option -> assertTrue(
                            own.contains(ManualCommand.escaped(option.longestName())), name + option.longestName()));
        });
    }

    @ParameterizedTest
    @MethodSource("io.slicewise.text.Language#all")
    void hasNoRequestThatIsNotMeant(Language language) {
        List<String> requests = Arrays.stream(
                        CliRun.of("manual", "--lang", language.code()).out().split("\n"))
                .filter(line -> line.startsWith(".") || line.startsWith("'"))
                .map(line -> line.split(" ")[0])
                .collect(Collectors.toCollection(ArrayList::new));
        requests.removeIf(REQUESTS::contains);
        assertEquals(List.of(), requests);
    }

    @Test
    void escapesWhatWouldBeARequest() {
        assertEquals("\\&.TH", ManualCommand.escaped(".TH"));
        assertEquals("a\\eb\\-c", ManualCommand.escaped("a\\b-c"));
    }
}
