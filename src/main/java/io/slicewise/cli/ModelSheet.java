package io.slicewise.cli;

import io.slicewise.mig.BoardPower;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import io.slicewise.mig.Source;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.usage.SliceWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that the catalogue has on one model; remarks and sources as they stand there. */
record ModelSheet(Messages words, GpuModel model) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(model.name());
        lines.add(words.say(
                "cli.sheet.figures",
                model.id(),
                model.architecture(),
                model.chip(),
                String.valueOf(model.computeSlices()),
                CatalogCommand.shown(model.memorySlices()),
                CatalogCommand.shown(model.sms()),
                CatalogCommand.shown(model.physicalSms())));
        if (!model.modelNames().isEmpty()) {
            lines.add(words.say("cli.sheet.names", new Listing(model.modelNames())));
        }
        if (!model.verified()) {
            lines.add(words.say(
                    "cli.sheet.unverified",
                    CatalogCommand.UNVERIFIED,
                    model.unverifiedWhy().in(words.language())));
        }
        lines.add("");
        lines.addAll(profiles().lines());
        lines.add("");
        lines.add(words.say("cli.catalog.legend", CatalogCommand.UNVERIFIED));
        section(
                lines,
                "worth.sheet.power",
                model.power().stream().map(this::shown).toList());
        section(lines, "cli.sheet.notes", notes());
        section(
                lines,
                "cli.sheet.sources",
                model.sources().stream().map(this::shown).toList());
        return lines;
    }

    private TextTable profiles() {
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.profile")),
                TextTable.number("ID"),
                TextTable.number(words.say("cli.column.slices")),
                TextTable.number(words.say("cli.column.weight")),
                TextTable.number(words.say("cli.column.memorySlices")),
                TextTable.number("GiB"),
                TextTable.number(words.say("cli.column.sms")),
                TextTable.number(words.say("cli.column.most")),
                TextTable.text(words.say("cli.column.placement")),
                TextTable.text(words.say("cli.column.exporter")),
                TextTable.text(words.say("cli.column.remark"))));
        for (Profile profile : model.profiles()) {
            table.row(List.of(
                    profile.name(),
                    CatalogCommand.shown(profile.giProfileId()),
                    String.valueOf(profile.computeSlices()),
                    SliceWeight.of(model, profile),
                    CatalogCommand.shown(profile.memorySlices()),
                    gib(profile),
                    CatalogCommand.shown(profile.sms()),
                    CatalogCommand.shown(profile.maxInstances()),
                    placement(profile),
                    profile.exporterNames().isEmpty() ? Numbers.NONE : String.join(", ", profile.exporterNames()),
                    profile.verified() ? "" : CatalogCommand.UNVERIFIED));
        }
        return table;
    }

    private static String gib(Profile profile) {
        return profile.memoryGib().isEmpty()
                ? Numbers.NONE
                : profile.memoryGib().stream()
                        .map(gib -> Numbers.decimal(gib, 2))
                        .collect(Collectors.joining(" / "));
    }

    /** As {@code nvidia-smi mig -lgipp} prints it: <code>{0,4}:4</code>. */
    private static String placement(Profile profile) {
        PlacementRule rule = profile.placement();
        return rule == null
                ? Numbers.NONE
                : rule.starts().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}:"))
                        + rule.size()
                        + (rule.verified() ? "" : CatalogCommand.UNVERIFIED);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        model.notes().forEach(note -> notes.add(note.in(words.language())));
        for (Profile profile : model.profiles()) {
            profile.notes().forEach(note -> notes.add(profile.name() + ": " + note.in(words.language())));
            if (!profile.verified() && !profile.unverifiedWhy().isEmpty()) {
                notes.add(profile.name() + CatalogCommand.UNVERIFIED + ": "
                        + profile.unverifiedWhy().in(words.language()));
            }
        }
        return notes;
    }

    private void section(List<String> lines, String title, List<String> items) {
        if (!items.isEmpty()) {
            lines.add("");
            lines.add(words.say(title));
            items.forEach(item -> lines.add("  " + item));
        }
    }

    private String shown(BoardPower power) {
        return words.say(
                "worth.sheet.board",
                power.board(),
                CatalogCommand.shown(power.capWatts()),
                power.idleLow() == null || power.idleHigh() == null
                        ? Numbers.NONE
                        : power.idleLow() + "–" + power.idleHigh(),
                shown(power.source()));
    }

    private String shown(Source source) {
        String facts = source.facts().isEmpty()
                ? ""
                : ": "
                        + source.facts().stream()
                                .map(fact -> fact.in(words.language()))
                                .collect(Collectors.joining(", "));
        return source.title() + " (" + source.kind().in(words.language()) + ")" + facts
                + (source.url().isEmpty() ? "" : " " + source.url());
    }
}
