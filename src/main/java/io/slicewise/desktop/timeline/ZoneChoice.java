package io.slicewise.desktop.timeline;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Whose clocks: this machine's, UTC, or any other. A zone can be typed, as a name or a part of it. */
final class ZoneChoice extends ComboBox<ZoneId> {
    private final List<ZoneId> zones;

    ZoneChoice(ObjectProperty<ZoneId> chosen) {
        zones = zones(chosen.get());
        getItems().setAll(zones);
        setEditable(true);
        setVisibleRowCount(14);
        // what is typed replaces what stands there; after the click that brought the focus, which puts the caret
        getEditor().focusedProperty().subscribe(focused -> {
            if (focused) {
                Platform.runLater(getEditor()::selectAll);
            }
        });
        setConverter(new StringConverter<>() {
            @Override
            public String toString(ZoneId zone) {
                return zone == null ? "" : zone.getId();
            }

            @Override
            public ZoneId fromString(String text) {
                return find(text, chosen.get());
            }
        });
        chosen.subscribe(this::setValue);
        valueProperty().subscribe(zone -> {
            if (zone != null) {
                chosen.set(zone);
            }
        });
    }

    private static List<ZoneId> zones(ZoneId own) {
        List<ZoneId> all = new ArrayList<>();
        all.add(own);
        all.add(ZoneId.of("UTC"));
        new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream()
                        .filter(id -> id.contains("/") && !id.startsWith("Etc/"))
                        .forEach(id -> all.add(ZoneId.of(id)));
        return all.stream().distinct().toList();
    }

    /** The zone of this name, or the first that has the text in it; as it was where there is none. */
    private ZoneId find(String text, ZoneId before) {
        String wanted = text.strip();
        try {
            return ZoneId.of(wanted);
        } catch (DateTimeException _) {
            String part = wanted.toLowerCase(Locale.ROOT).replace(' ', '_');
            return zones.stream()
                    .filter(zone -> !part.isEmpty()
                            && zone.getId().toLowerCase(Locale.ROOT).contains(part))
                    .findFirst()
                    .orElse(before);
        }
    }
}
