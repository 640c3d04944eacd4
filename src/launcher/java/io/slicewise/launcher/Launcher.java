package io.slicewise.launcher;

/** Entry point. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) throws Exception {
        System.out.println(Runtime.version());
    }
}
