package io.slicewise.cli;

import io.slicewise.commands.MigPartedFile;
import io.slicewise.commands.NvidiaSmiScript;
import io.slicewise.commands.OperatorScript;
import io.slicewise.planning.change.FleetChange;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import picocli.CommandLine.ParseResult;

/** A change as commands for other people's hands. */
final class ChangeTexts {
    private static final String KINDS = "nvidia-smi, mig-parted, label";

    private ChangeTexts() {}

    /** Whether commands were asked for; refuses what is none of them. */
    static boolean areWanted(ParseResult command) {
        String kind = command.matchedOptionValue(CommandOptions.COMMANDS, "");
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            throw new UsageException(Text.of("cli.usage.value", CommandOptions.COMMANDS, kind, KINDS));
        }
        if (!kind.isEmpty() && command.hasMatchedOption(CommandOptions.JSON)) {
            throw new UsageException(Text.of("cli.usage.either", CommandOptions.COMMANDS, CommandOptions.JSON));
        }
        return !kind.isEmpty();
    }

    static String of(ParseResult command, FleetChange change, Messages words) {
        String kind = command.matchedOptionValue(CommandOptions.COMMANDS, "");
        return switch (kind) {
            case "nvidia-smi" -> NvidiaSmiScript.of(change, words);
            case "mig-parted" -> MigPartedFile.of(change, words);
            case "label" -> OperatorScript.of(change, words);
            default -> throw new UsageException(Text.of("cli.usage.value", CommandOptions.COMMANDS, kind, KINDS));
        };
    }
}
