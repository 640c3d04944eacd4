package io.slicewise.promql.check;

import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import io.slicewise.text.Where;

/**
 * A mistake.
 *
 * @param id the persistent name of its kind
 * @param severity an error where the result is wrong or empty, a warning where it can be, an info where it may be meant
 * @param where the query stands
 * @param title what people call the place
 * @param part the part of the query that is meant, on one line
 * @param message what is wrong and when it shows
 * @param repaired a query that does not have it; empty where only a person can tell
 */
public record QueryFinding(
        String id, Severity severity, Where where, String title, String part, Text message, String repaired) {}
