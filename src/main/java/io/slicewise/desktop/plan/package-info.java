/**
 * The Plan screen: what is wanted, what is offered, and the answer with its proof; beside it the moves that make room, the
 * change from one partition to another; of a recorded range, right sizes by replay and when a target is reached; and what everything
 * costs and draws, and variants side by side.
 *
 * <p>Each part is a model without nodes ({@code PurchaseModel}, {@code MovesModel}, {@code LayoutsModel}, {@code ChangeModel}, {@code
 * SizesModel}, {@code WhenModel}), a pane that shows it,
 * and small classes that turn what is typed into values ({@code DemandCells}, {@code OfferFields}). {@link
 * io.slicewise.desktop.plan.PlanDesk} holds the models of one document and is the door to them: other screens ask it for room, for
 * a plan of some instances, or for a change. What a plan is made from is a part of the document, with its history; what
 * comes of it is computed anew with every key. One model is the closed form and answers in the same frame; everything else goes
 * off the thread, newest only, and can be stopped. Of a fleet that a server sums up there are right sizes and
 * replays alone, by a port ({@link io.slicewise.desktop.plan.ServerSizes}) behind which the server is asked; which layout is replayed is
 * chosen in the same way ({@code LayoutChoice}).
 *
 * <p>May be here: nodes, gestures and words of this screen. May not: how anything is planned ({@code planning}), texts of
 * commands ({@code commands}), how a plan is written ({@code document.json}).
 */
@NullMarked
package io.slicewise.desktop.plan;

import org.jspecify.annotations.NullMarked;
