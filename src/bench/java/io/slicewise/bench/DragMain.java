package io.slicewise.bench;

import javafx.application.Application;

/** Starts {@link DragFrames}: a class that extends Application cannot itself be started from the class path. */
public final class DragMain {
    private DragMain() {}

    public static void main(String[] args) {
        Application.launch(DragFrames.class, args);
    }
}
