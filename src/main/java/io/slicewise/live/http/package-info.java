/**
 * Requests to a server with Prometheus' HTTP API, and what became of them.
 *
 * <p>{@link io.slicewise.live.http.ApiClient} sends one request and waits, on a thread that may wait; it returns a whole
 * {@link io.slicewise.live.http.ApiAnswer}, so that a request that breaks off leaves nothing half read, or throws a {@link
 * io.slicewise.live.http.LiveException} whose {@link io.slicewise.live.http.Failure} says what failed and what to do.
 * {@link io.slicewise.live.http.Backoff} says when to try again. {@link io.slicewise.work.Cancel} ends a request
 * at once.
 *
 * <p>May be here: HTTP, TLS, certificates, the envelope of errors. May not: what is asked for and what it means.
 */
@NullMarked
package io.slicewise.live.http;

import org.jspecify.annotations.NullMarked;
