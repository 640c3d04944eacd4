/**
 * Controls and panes that stand on several screens.
 *
 * <p>May be here: what lets a person choose something that is the same in the whole window, fields and focus that are alike
 * everywhere, what the profiles of a model weigh ({@link io.slicewise.desktop.control.WeightTable}), how screens divide
 * their room, how parts of views are laid out wherever they are ({@link io.slicewise.desktop.control.Islands}), and when
 * they are on the screen ({@link io.slicewise.desktop.control.Frames}). May not: what belongs to one screen, and what is
 * chosen, which is {@code document}'s and {@code workspace}'s.
 *
 * <p>ControlsFX is used where it is better than what stands here: its toasts, and its text field with a button inside ({@link
 * io.slicewise.desktop.control.SearchField}). Looked at and left, as of 11.2.4, by what its own list of open faults says:
 * SegmentedButton lets a second press choose nothing (84), where {@link io.slicewise.desktop.control.Segmented} shows one
 * value and cannot; SearchableComboBox empties what was chosen while one types and tells it up to three times (1604), each
 * of which would be a step of undo, and takes nothing that is not in its list (1557), such as a zone {@code UTC+9};
 * CheckComboBox does not get the focus where it is clicked (931), so that the keyboard is lost; PopOver vanishes when its
 * window is resized (909) and cannot come back from a second screen (791); ValidationSupport reaches into JavaFX by
 * reflection, which on the module path fails inside a scroll pane (1600), and says in a tooltip what here stands below the
 * field; StatusBar has one line of text, where remarks here stay, add up and can be acted upon.
 */
@NullMarked
package io.slicewise.desktop.control;

import org.jspecify.annotations.NullMarked;
