/**
 * Ground floor: JSON and YAML documents whose every value knows its path, and files that are written whole or not at all,
 * also where several processes share a folder.
 *
 * <p>Readers of the house walk a document with {@link io.slicewise.json.JsonValue}: a wrong value becomes a problem
 * that names file and path ({@code gpus[0].instances[2].utilization}) and says what was expected, and reading goes
 * on, so that one look shows everything that is wrong. No object mapping, no annotations: what a document may hold
 * stands in the class that reads it.
 *
 * <p>May be here: what any JSON or YAML document needs. May not: what a certain document holds.
 */
@NullMarked
package io.slicewise.json;

import org.jspecify.annotations.NullMarked;
