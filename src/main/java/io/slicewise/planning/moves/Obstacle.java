package io.slicewise.planning.moves;

/** Why no moves make room. */
public enum Obstacle {
    /** No GPU in question has such a profile, or none whose instances' places are known. */
    NO_GPU,
    /** More compute slices are wanted than are free. */
    SLICES,
    /** The slices would do, the rules of placement never: memory, places, a GPU that a profile needs for itself. */
    PLACEMENT,
    /** It could be done if nothing were pinned. */
    PINNED,
    /** With a stop it could be done; but no order has room for each new instance while its old one stands. */
    NO_ORDER
}
