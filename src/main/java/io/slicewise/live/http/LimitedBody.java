package io.slicewise.live.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * An answer's bytes, up to a limit: what is longer fails with {@link TooLargeException} as soon as it is known. The JDK's own limit
 * can only be told from other failures by its message.
 */
final class LimitedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private final long limit;
    private long length;
    private Flow.@Nullable Subscription subscription;

    /** @param limit bytes */
    LimitedBody(long limit) {
        this.limit = limit;
    }

    /** More came than is taken. */
    static final class TooLargeException extends IOException {
        /** Bytes. */
        final long limit;

        TooLargeException(long limit) {
            super("more than " + limit + " bytes");
            this.limit = limit;
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        subscription = source;
        whole.onSubscribe(source);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        if (length > limit) {
            return;
        }
        for (ByteBuffer buffer : item) {
            length += buffer.remaining();
        }
        if (length <= limit) {
            whole.onNext(item);
            return;
        }
        Flow.Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
        whole.onError(new TooLargeException(limit));
    }

    @Override
    public void onError(Throwable throwable) {
        whole.onError(throwable);
    }

    @Override
    public void onComplete() {
        if (length <= limit) {
            whole.onComplete();
        }
    }
}
