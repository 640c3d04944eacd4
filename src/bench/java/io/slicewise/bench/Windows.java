package io.slicewise.bench;

import io.slicewise.desktop.editor.ClipboardAccess;
import io.slicewise.desktop.editor.EditorDialogs;
import io.slicewise.desktop.look.Fonts;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.desktop.workspace.Dialogs;
import io.slicewise.desktop.workspace.Session;
import io.slicewise.desktop.workspace.Settings;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.fleet.Fleets;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.text.Language;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;

/** The product's window with nobody before it: dialogs are answered with nothing. */
final class Windows {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private Windows() {}

    /** Opens a file in a window of 1440 × 900. */
    static Session open(Stage stage, Path settings, Path file) {
        Fonts.load();
        InvocationHandler nobody =
                (_, method, _) -> switch (method.getReturnType().getSimpleName()) {
                    case "Optional" -> Optional.empty();
                    case "List" -> List.of();
                    case "boolean" -> false;
                    default -> null;
                };
        Session session = new Session(
                stage,
                new Words(Language.ENGLISH),
                new Look(),
                Settings.DEFAULT,
                new Session.Surroundings(
                        settings,
                        new OwnCatalogue(Fleets.CATALOGUE, List.of()),
                        SampleLibrary.builtIn(),
                        proxy(Dialogs.class, nobody),
                        _ -> proxy(EditorDialogs.class, nobody),
                        proxy(ClipboardAccess.class, nobody),
                        _ -> false));
        session.open(List.of(file));
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        return session;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
