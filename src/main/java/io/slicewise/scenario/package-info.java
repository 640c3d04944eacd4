/**
 * The part of a document that people edit: a fleet with a name, notes and a choice of weights, and what a plan is made
 * from; how it is edited and undone.
 *
 * <p>{@link io.slicewise.scenario.Scenario} is one immutable value. An {@link io.slicewise.scenario.Edit} is a
 * record, of the document and its GPUs ({@link io.slicewise.scenario.ScenarioEdit}) or of instances ({@link
 * io.slicewise.scenario.InstanceEdit}); applying it gives a new scenario, or a sentence why it cannot be done. {@link
 * io.slicewise.scenario.History} is a bounded list of values with the names of the edits between them; there is one for
 * each document, and what was saved is recognised by identity of the value, never by counting.
 *
 * <p>May be here: the scenario and its edits, in memory. May not: how it is written ({@code document.json}), what was
 * measured beside it ({@code document.content}), windows, what the figures are.
 */
@NullMarked
package io.slicewise.scenario;

import org.jspecify.annotations.NullMarked;
