package io.slicewise.desktop.workspace;

import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.Profile;
import io.slicewise.mig.ProfileListing;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.OpenQuestion.ChooseConfiguration;
import io.slicewise.snapshot.OpenQuestion.ChooseUtilization;
import io.slicewise.snapshot.OpenQuestion.Column;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks in dialogs of the platform, in the language and the look of the window. */
public final class FxDialogs implements Dialogs {
    private static final int MOST_SENTENCES = 12;
    private static final double QUESTION_WIDTH = 460;
    private static final double CHOICE_WIDTH = 720;

    private final Words words;
    private final Look look;
    private @Nullable Window owner;
    private @Nullable File folder;

    public FxDialogs(Words words, Look look) {
        this.words = words;
        this.look = look;
    }

    /** The window that dialogs belong to. */
    public void setOwner(Window window) {
        owner = window;
    }

    @Override
    public Unsaved askUnsaved(List<String> documents) {
        boolean one = documents.size() == 1;
        ButtonType save =
                new ButtonType(words.now(one ? "desktop.unsaved.save" : "desktop.unsaved.saveAll"), ButtonData.YES);
        ButtonType discard = new ButtonType(words.now("desktop.unsaved.discard"), ButtonData.NO);
        Alert alert = alert(
                Alert.AlertType.CONFIRMATION,
                one
                        ? words.now("desktop.unsaved.title", documents.getFirst())
                        : words.now("desktop.unsaved.title.several", documents.size()),
                one
                        ? words.now("desktop.unsaved.text")
                        : "• " + String.join("\n• ", documents) + "\n\n" + words.now("desktop.unsaved.text"),
                save,
                discard,
                cancel());
        ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
        return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public List<Path> askOpen() {
        FileChooser chooser = chooser("desktop.open.title");
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(words.now("desktop.open.all"), "*"),
                        new ExtensionFilter(words.now("desktop.open.scenarios"), "*" + ScenarioFile.EXTENSION));
        List<File> files = chooser.showOpenMultipleDialog(owner);
        if (files == null) {
            return List.of();
        }
        files.stream().findFirst().ifPresent(file -> folder = file.getParentFile());
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> askSave(String suggestedName) {
        FileChooser chooser = chooser("desktop.save.title");
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters()
                .setAll(new ExtensionFilter(words.now("desktop.open.scenarios"), "*" + ScenarioFile.EXTENSION));
        return saved(chooser);
    }

    @Override
    public Optional<Path> askExport(String suggestedName) {
        FileChooser chooser = chooser("desktop.export.title");
        chooser.setInitialFileName(suggestedName);
        return saved(chooser);
    }

    @Override
    public Optional<Path> askFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.now("desktop.export.folder"));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        File chosen = chooser.showDialog(owner);
        if (chosen != null) {
            folder = chosen;
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public Optional<Path> askPicture() {
        FileChooser chooser = chooser("desktop.picture.title");
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(words.now("desktop.picture.pictures"), "*.png", "*.jpg", "*.jpeg"),
                        new ExtensionFilter(words.now("desktop.open.all"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> askSlides() {
        FileChooser chooser = chooser("desktop.slides.title");
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(words.now("desktop.slides.presentations"), "*.potx", "*.pptx"),
                        new ExtensionFilter(words.now("desktop.open.all"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    private Optional<Path> saved(FileChooser chooser) {
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            folder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.now(title));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    @Override
    public void tell(Text title, List<Text> sentences) {
        String text = sentences.stream().limit(MOST_SENTENCES).map(words::now).collect(Collectors.joining("\n\n"));
        String more = sentences.size() > MOST_SENTENCES
                ? "\n\n" + words.now("desktop.more", sentences.size() - MOST_SENTENCES)
                : "";
        alert(Alert.AlertType.WARNING, words.now(title), text + more, ok()).showAndWait();
    }

    @Override
    public Changed askChanged(String file, boolean isOwn) {
        Map<ButtonType, Changed> answers = new LinkedHashMap<>();
        if (isOwn) {
            answers.put(new ButtonType(words.now("desktop.changed.reload"), ButtonData.LEFT), Changed.RELOAD);
        }
        answers.put(new ButtonType(words.now("desktop.changed.differences"), ButtonData.LEFT), Changed.DIFFERENCES);
        answers.put(new ButtonType(words.now("desktop.changed.overwrite"), ButtonData.NO), Changed.OVERWRITE);
        answers.put(new ButtonType(words.now("desktop.changed.saveAs"), ButtonData.YES), Changed.SAVE_AS);
        answers.put(cancel(), Changed.CANCEL);
        Alert alert = alert(
                Alert.AlertType.CONFIRMATION,
                words.now("desktop.changed.title", shortName(file)),
                words.now(isOwn ? "desktop.changed.text" : "desktop.changed.other"),
                answers.keySet().toArray(ButtonType[]::new));
        alert.getDialogPane().setPrefWidth(CHOICE_WIDTH);
        return alert.showAndWait().map(answers::get).orElse(Changed.CANCEL);
    }

    @Override
    public boolean askLoss(String file, List<String> fields) {
        return agrees(
                words.now("desktop.loss.title", shortName(file)),
                words.now("desktop.loss.text", new Listing(fields)),
                "desktop.loss.save");
    }

    @Override
    public boolean askPlain(String host) {
        return agrees(words.now("desktop.plain.title"), words.now("desktop.plain.text", host), "desktop.plain.send");
    }

    private boolean agrees(String title, String text, String key) {
        ButtonType yes = new ButtonType(words.now(key), ButtonData.YES);
        return alert(Alert.AlertType.CONFIRMATION, title, text, yes, cancel())
                        .showAndWait()
                        .orElse(ButtonType.CANCEL)
                == yes;
    }

    @Override
    public Recovery askRecovery(List<String> documents) {
        ButtonType open = new ButtonType(words.now("desktop.recover.open"), ButtonData.YES);
        ButtonType remove = new ButtonType(words.now("desktop.recover.remove"), ButtonData.NO);
        ButtonType later = new ButtonType(words.now("desktop.recover.later"), ButtonData.CANCEL_CLOSE);
        ButtonType answer = alert(
                        Alert.AlertType.CONFIRMATION,
                        words.now("desktop.recover.title", documents.size()),
                        words.now("desktop.recover.text", new Listing(documents)),
                        open,
                        remove,
                        later)
                .showAndWait()
                .orElse(later);
        return answer == open ? Recovery.OPEN : answer == remove ? Recovery.REMOVE : Recovery.LATER;
    }

    @Override
    public Optional<String> chooseConfiguration(ChooseConfiguration choice) {
        Map<String, String> shown = new LinkedHashMap<>();
        choice.choices().forEach(one -> shown.put(said(one), one.name()));
        ChoiceDialog<String> dialog = new ChoiceDialog<>(said(choice.offered()), shown.keySet());
        dialog.initOwner(owner);
        dialog.setTitle("Slicewise");
        dialog.setHeaderText(words.now("desktop.configuration.title", shortName(choice.file())));
        dialog.setContentText(words.now("desktop.configuration.which"));
        dialog.setGraphic(null);
        ButtonType open = new ButtonType(words.now("desktop.configuration.open"), ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(open, cancel());
        dialog.setResultConverter(button -> button == open ? dialog.getSelectedItem() : null);
        look.dress(dialog);
        return dialog.showAndWait().map(shown::get);
    }

    /** A configuration with what it holds. */
    private String said(OpenQuestion.Configuration configuration) {
        return configuration.contents().isEmpty()
                ? words.now("desktop.configuration.none", configuration.name())
                : words.now("desktop.configuration.of", configuration.name(), configuration.contents());
    }

    @Override
    public Optional<List<Column>> mapColumns(String file, List<Column> columns, Catalogue catalogue) {
        return new ColumnsDialog(words, shortName(file), columns, catalogue).ask(owner, look);
    }

    @Override
    public Optional<Column> chooseUtilization(ChooseUtilization choice, Column offered) {
        Map<String, Column> shown = new LinkedHashMap<>();
        choice.choices().forEach(one -> shown.put(called(one), one));
        ChoiceDialog<String> dialog = new ChoiceDialog<>(called(offered), shown.keySet());
        dialog.initOwner(owner);
        dialog.setTitle("Slicewise");
        dialog.setHeaderText(words.now("desktop.utilization.title", shortName(choice.file())));
        dialog.setContentText(words.now("desktop.utilization.which"));
        dialog.setGraphic(null);
        ButtonType open = new ButtonType(words.now("desktop.columns.open"), ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(open, cancel());
        dialog.setResultConverter(button -> button == open ? dialog.getSelectedItem() : null);
        look.dress(dialog);
        return dialog.showAndWait().map(shown::get);
    }

    private String called(Column column) {
        return words.now("desktop.columns.named", column.number(), column.title());
    }

    /** Without the folders. */
    private static String shortName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    @Override
    public Optional<String> nameGpu(ProfileListing listing) {
        TextInputDialog dialog = new TextInputDialog(listing.modelName());
        dialog.initOwner(owner);
        dialog.setTitle("Slicewise");
        dialog.setHeaderText(words.now("desktop.ownGpu.title"));
        dialog.setGraphic(null);
        List<String> profiles = listing.profiles().stream().map(Profile::name).toList();
        Label what = new Label(words.now("desktop.ownGpu.profiles", profiles.size(), new Listing(profiles)));
        what.setWrapText(true);
        what.setPrefWidth(QUESTION_WIDTH);
        Label name = new Label(words.now("desktop.ownGpu.name"));
        name.setLabelFor(dialog.getEditor());
        VBox content = new VBox(8, what, name, dialog.getEditor());
        dialog.getDialogPane().setContent(content);
        ButtonType add = new ButtonType(words.now("desktop.ownGpu.add"), ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(add, cancel());
        dialog.getDialogPane()
                .lookupButton(add)
                .disableProperty()
                .bind(dialog.getEditor().textProperty().map(String::isBlank));
        dialog.setResultConverter(
                button -> button == add ? dialog.getEditor().getText().strip() : null);
        look.dress(dialog);
        return dialog.showAndWait();
    }

    private Alert alert(Alert.AlertType type, String header, String text, ButtonType... buttons) {
        Alert alert = new Alert(type, text, buttons);
        alert.initOwner(owner);
        alert.setTitle("Slicewise");
        alert.setHeaderText(header);
        alert.setGraphic(null);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.getDialogPane().setPrefWidth(520);
        look.dress(alert);
        return alert;
    }

    private ButtonType ok() {
        return new ButtonType(words.now("desktop.ok"), ButtonData.OK_DONE);
    }

    private ButtonType cancel() {
        return new ButtonType(words.now("desktop.cancel"), ButtonData.CANCEL_CLOSE);
    }
}
