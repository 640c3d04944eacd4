package io.slicewise.desktop.words;

import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Texts that follow the chosen language. */
public final class Words {
    private final ObjectProperty<Language> language;
    private final ObservableValue<Messages> messages;

    public Words(Language initial) {
        language = new SimpleObjectProperty<>(initial);
        messages = language.map(Messages::in);
    }

    /** The language, to be changed by what lets people choose. */
    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Language language() {
        return language.get();
    }

    /** The words of a key, in whatever language is chosen. */
    public ObservableValue<String> of(String key, Object... args) {
        return language.map(chosen -> Messages.in(chosen).say(key, args));
    }

    /** The words of a text, in whatever language is chosen. */
    public ObservableValue<String> of(Text text) {
        return language.map(chosen -> Messages.in(chosen).say(text));
    }

    /** The words of a text that changes, in whatever language is chosen. */
    public ObservableValue<String> of(ObservableValue<Text> text) {
        return messages.flatMap(chosen -> text.map(chosen::say));
    }

    /** The words of a key now. */
    public String now(String key, Object... args) {
        return Messages.in(language.get()).say(key, args);
    }

    /** The words of a text now. */
    public String now(Text text) {
        return Messages.in(language.get()).say(text);
    }
}
