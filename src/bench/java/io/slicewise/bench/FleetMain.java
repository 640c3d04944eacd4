package io.slicewise.bench;

import javafx.application.Application;

/** Starts {@link FleetFrames}: a class that extends Application cannot itself be started from the class path. */
public final class FleetMain {
    private FleetMain() {}

    public static void main(String[] args) {
        Application.launch(FleetFrames.class, args);
    }
}
