package io.slicewise.desktop.workspace;

import io.slicewise.desktop.report.ReportChoice;
import io.slicewise.json.JsonValue;
import io.slicewise.page.Template;
import io.slicewise.report.file.ReportFormat;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was chosen for reports, as a part of the settings. What cannot be read is as it is at first. */
final class WishesJson {

    private WishesJson() {}

    static void write(ReportChoice wishes, ObjectNode into) {
        into.put("template", wishes.template().id());
        ArrayNode formats = into.putArray("formats");
        wishes.formats().forEach(format -> formats.add(format.id()));
        Language language = wishes.language();
        if (language != null) {
            into.put("language", language.code());
        }
        into.put("audience", wishes.audience().id());
        into.put("author", wishes.author());
        put(into, "logo", wishes.logo());
        put(into, "slides", wishes.slides());
        put(into, "folder", wishes.folder());
    }

    private static void put(ObjectNode into, String name, @Nullable Path path) {
        if (path != null) {
            into.put(name, path.toString());
        }
    }

    static ReportChoice read(JsonValue value) {
        ReportChoice first = ReportChoice.DEFAULT;
        if (!value.isObject()) {
            return first;
        }
        Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
        value.get("formats")
                .items()
                .forEach(item -> ReportFormat.of(item.string("")).ifPresent(formats::add));
        String audience = value.get("audience").string("");
        String language = value.get("language").string("");
        return new ReportChoice(
                Template.of(value.get("template").string("")).orElse(first.template()),
                formats.isEmpty() ? first.formats() : formats,
                Language.ofCode(language).orElse(null),
                Stream.of(Audience.values())
                        .filter(it -> it.id().equals(audience))
                        .findFirst()
                        .orElse(first.audience()),
                value.get("author").string(""),
                path(value.get("logo").string("")),
                path(value.get("slides").string("")),
                path(value.get("folder").string("")));
    }

    private static @Nullable Path path(String text) {
        try {
            return text.isBlank() ? null : Path.of(text);
        } catch (InvalidPathException _) {
            return null;
        }
    }
}
