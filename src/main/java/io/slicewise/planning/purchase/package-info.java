/**
 * What to buy: models, prices, watts, hosts of several GPUs, teams on GPUs of their own, a host that may fail, what is there
 * already, a budget, a cap on watts.
 *
 * <p>{@link io.slicewise.planning.purchase.Purchase} answers with a {@link io.slicewise.planning.purchase.PurchasePlan}: how many
 * of each model, the row that binds, layouts with places, who is served by what, and a bound that says whether fewer could do.
 * Of one model that is the closed form. Of several it is an integer program without unknowns for layouts, since the rows of
 * {@link io.slicewise.planning.packing} tell exactly what a number of GPUs can hold: for each kind of need and model how many
 * instances are served there, for each model and team how many GPUs, for each model how many hosts. That one host may fail
 * adds, for each kind of host, a copy in which one of them is missing and everything is served all the same.
 *
 * <p>What is wanted by day and by night shares one pool in {@link io.slicewise.planning.purchase.DayNightPlan}: a copy for each turn over
 * the same units, so that the pool is the least for both, also of several models. The layouts of each turn are chosen by themselves;
 * what changing over restarts is the least for those layouts. {@link io.slicewise.planning.purchase.Beside} fills GPUs of the offered
 * models that are there, beside what runs on them, so that the fewest have to come, or the cheapest.
 *
 * <p>{@link io.slicewise.planning.purchase.Planned} is what screens, files and commands show of an input: the plan, and where
 * day and night take turns the pool. {@link io.slicewise.planning.purchase.PlanComparison} holds two of them beside each other.
 *
 * <p>May be here: plans, and why there is none. May not: formats of files, sentences in a language.
 */
@NullMarked
package io.slicewise.planning.purchase;

import org.jspecify.annotations.NullMarked;
