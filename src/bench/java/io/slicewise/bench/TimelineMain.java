package io.slicewise.bench;

import javafx.application.Application;

/** Starts {@link TimelineFrames}: a class that extends Application cannot itself be started from the class path. */
public final class TimelineMain {
    private TimelineMain() {}

    public static void main(String[] args) {
        Application.launch(TimelineFrames.class, args);
    }
}
