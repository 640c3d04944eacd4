package io.slicewise.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Something that can be called on the command line: one class each, and one line in {@link Commands}. */
interface Command {
    /** What is written to call it. */
    String name();

    /** What can be written behind its name. */
    CommandSpec described(CommandOptions options);

    /**
     * Carries it out.
     *
     * @param command what was written
     * @return the exit code, of those that {@link Cli} names
     * @throws UsageException when a value cannot be understood
     */
    int run(ParseResult command);
}
