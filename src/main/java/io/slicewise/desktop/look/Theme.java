package io.slicewise.desktop.look;

/** Which colours the planner asked for. */
public enum Theme {
    /** What the operating system prefers, followed while the window is open. */
    SYSTEM,
    LIGHT,
    DARK
}
