/**
 * The Monitoring screen: what is understood goes to people's monitoring, and what runs there comes here. Queries and
 * whole bundles of files for the hardware of a document, a check of queries that exist already, and a live connection.
 *
 * <p>May be here: models that need no toolkit (what is asked, what came out), and the nodes that show them. May not:
 * queries, rules and checks themselves, which are in {@code promql}; requests to servers, which are in {@code live}. A
 * secret is in a field of a form, in memory, or in the store of {@code live}, and nowhere else.
 */
@NullMarked
package io.slicewise.desktop.monitoring;

import org.jspecify.annotations.NullMarked;
