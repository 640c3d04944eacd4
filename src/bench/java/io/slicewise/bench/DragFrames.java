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
import java.util.Arrays;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * A drag of a slider with 56 instances on the screen: in each pulse the utilization of one instance is set, and the time
 * is taken until the whole window, figures and charts included, has its new styles and its layout. Wanted: the 95th
 * percentile within a frame of 60 Hz, 16.7 ms, on the software pipeline.
 */
public final class DragFrames extends Application {
    private static final int WARM_UP = 240;
    private static final int FRAMES = 600;
    private static final double FRAME = 1000.0 / 60;

    @Override
    public void start(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory("drag");
        Path file = folder.resolve("host.slicewise.json");
        Files.write(file, ScenarioFile.write(Scenario.empty("host").withFleet(Fleets.host())));
        Session session = Windows.open(stage, folder, file);
        new Measurement(session, stage).start();
    }

    /**
     * In the toolkit's own pulses: from the edit, which a pulse's timers make first, until its layout is done. To ask for
     * styles and layout by hand would style all nodes again, which no pulse does.
     */
    private static final class Measurement extends AnimationTimer {
        private final Session session;
        private final Stage stage;
        private final double[] times = new double[FRAMES];
        private int frame = -WARM_UP;
        private long start;

        Measurement(Session session, Stage stage) {
            this.session = session;
            this.stage = stage;
            stage.getScene().addPostLayoutPulseListener(this::laidOut);
        }

        @Override
        public void handle(long now) {
            Document document = session.workspace().activeProperty().get();
            if (document != null) {
                double utilization = (frame + WARM_UP) % 200 / 200.0;
                start = System.nanoTime();
                document.edit(new InstanceEdit.SetUtilization(Set.of(new InstanceRef("GPU 0", "3")), utilization));
            }
        }

        private void laidOut() {
            if (start == 0) {
                return;
            }
            if (frame >= 0) {
                times[frame] = (System.nanoTime() - start) / 1e6;
            }
            start = 0;
            if (++frame == FRAMES) {
                stop();
                tell(times, stage.getScene());
                Platform.exit();
            }
        }
    }

    private static void tell(double[] times, Scene scene) {
        Arrays.sort(times);
        System.out.printf(
                "Drag with 56 instances in %.0f x %.0f pixels: median %.2f ms, 95th percentile %.2f ms, longest %.2f ms"
                        + " (wanted: 95th percentile within a frame, %.1f ms)%n",
                scene.getWidth(),
                scene.getHeight(),
                times[FRAMES / 2],
                times[FRAMES * 95 / 100],
                times[FRAMES - 1],
                FRAME);
    }
}
