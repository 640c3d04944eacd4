package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CompletionCommandTest {
    @Test
    void knowsCommandsAndTheirOptions() {
        CliRun run = CliRun.of("completion", "bash");
        assertAll(
                () -> assertEquals(0, run.code()),
                () -> assertTrue(run.out().contains("complete -F _complete_slicewise"), run.out()),
                () -> assertTrue(run.out().contains("--basis")),
                () -> assertTrue(run.out().contains("averages")));
    }

    @Test
    void ofZshIsFoundByItsFirstLine() {
        assertTrue(CliRun.of("completion", "zsh").out().startsWith("#compdef slicewise\n"));
    }

    @Test
    void namesTheShellsThatItKnows() {
        CliRun run = CliRun.of("completion", "fish");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("bash, zsh"), run.err());
    }
}
