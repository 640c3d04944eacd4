package io.slicewise;

/** Entry point: no arguments open the window, arguments go to the command line. */
public final class Slicewise {
    private Slicewise() {}

    public static void main(String[] args) {}
}
