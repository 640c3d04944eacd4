package io.slicewise.story;

import java.util.Optional;

/**
 * Looks for one thing. A rule says nothing on data that does not support it: no reading, an unknown weight, a place that
 * nobody knows.
 */
interface Rule {
    /** What it found. */
    Optional<Finding> look(Facts facts);
}
