package io.slicewise.bench;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.workspace.Session;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * A drag of a slider with 56 instances on the screen: in each pulse the utilization of one instance is set, and the time
 * is taken until the whole window, figures and charts included, has its new styles and its layout. Wanted: the 95th
 * percentile within a frame of 60 Hz, 16.7 ms, on the software pipeline.
 */
public final class DragFrames extends Application {
    @Override
    public void start(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory("drag");
        Path file = folder.resolve("host.slicewise.json");
        Files.write(file, ScenarioFile.write(Scenario.empty("host").withFleet(Fleets.host())));
        Session session = Windows.open(stage, folder, file);
        session.workspace().activeProperty().subscribe(document -> {
            if (document != null) {
                new PulseTimes(
                                stage.getScene(),
                                "Drag with 56 instances",
                                pulse -> drag(document, pulse),
                                Platform::exit)
                        .start();
            }
        });
    }

    private static void drag(Document document, int pulse) {
        double utilization = pulse % 200 / 200.0;
        document.edit(new InstanceEdit.SetUtilization(Set.of(new InstanceRef("GPU 0", "3")), utilization));
    }
}
