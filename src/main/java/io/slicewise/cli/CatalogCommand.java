package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code catalog [MODEL]}: the hardware that is known, and where each figure is from. */
record CatalogCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    /** Behind what no one read on the hardware itself. */
    static final String UNVERIFIED = "*";

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.command(name(), "cli.help.catalog")
                .addPositional(options.strings("MODEL", "0", false, "cli.help.catalogModel"))
                .addOption(options.string(CommandOptions.ADD, "FILE", "cli.help.add"))
                .addOption(options.string(CommandOptions.GPU_NAME, "NAME", "cli.help.gpuName"))
                .addOption(options.flag(CommandOptions.JSON, "cli.help.json"));
    }

    @Override
    public int run(ParseResult command) {
        String add = command.matchedOptionValue(CommandOptions.ADD, (String) null);
        if (add != null) {
            String name =
                    command.matchedOptionValue(CommandOptions.GPU_NAME, "").strip();
            return new CatalogAddition(terminal, folders, words).run(add, name);
        }
        OwnCatalogue own = OwnCatalogue.load(folders);
        List<String> names = Cli.arguments(command);
        List<GpuModel> models =
                names.isEmpty() ? own.catalogue().models() : List.of(Models.find(own.catalogue(), names.getFirst()));
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            Json.print(CatalogJson.of(models), terminal.out());
        } else {
            List<String> lines = names.isEmpty() ? list(models) : new ModelSheet(words, models.getFirst()).lines();
            lines.forEach(terminal.out()::println);
        }
        terminal.out().flush();
        Problems.print(own.problems(), words, terminal.err());
        return Cli.OK;
    }

    private List<String> list(List<GpuModel> models) {
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.model")),
                TextTable.text(words.say("cli.column.name")),
                TextTable.number(words.say("cli.column.slices")),
                TextTable.number(words.say("cli.column.memorySlices")),
                TextTable.number(words.say("cli.column.sms")),
                TextTable.number(words.say("cli.column.memory")),
                TextTable.number(words.say("cli.column.profiles")),
                TextTable.text(words.say("cli.column.remark"))));
        for (GpuModel model : models) {
            table.row(List.of(
                    model.id(),
                    model.name(),
                    String.valueOf(model.computeSlices()),
                    shown(model.memorySlices()),
                    shown(model.sms()),
                    shown(model.memoryGb()),
                    String.valueOf(model.profiles().size()),
                    (model.own() ? words.say("cli.catalog.own") : "") + (model.verified() ? "" : UNVERIFIED)));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add(words.say("cli.catalog.legend", UNVERIFIED));
        lines.add(words.say("cli.catalog.file", folders.catalogue().toString()));
        return lines;
    }

    /** A figure, or a dash where no source gives it. */
    static String shown(@Nullable Integer number) {
        return number == null ? Numbers.NONE : String.valueOf(number);
    }
}
