/**
 * Controls and panes that stand on several screens.
 *
 * <p>May be here: what lets a person choose something that is the same in the whole window, how screens divide their
 * room, and how parts of views are laid out wherever they are ({@link io.slicewise.desktop.control.Islands}). May not:
 * what belongs to one screen, and what is chosen, which is {@code document}'s and {@code workspace}'s.
 */
@NullMarked
package io.slicewise.desktop.control;

import org.jspecify.annotations.NullMarked;
