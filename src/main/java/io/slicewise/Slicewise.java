package io.slicewise;

import io.slicewise.cli.Cli;

/** Entry point: no arguments open the window, arguments go to the command line. */
public final class Slicewise {
    private Slicewise() {}

    public static void main(String[] args) {
        if (args.length > 0) {
            System.exit(Cli.runInProcess(args));
        }
    }
}
