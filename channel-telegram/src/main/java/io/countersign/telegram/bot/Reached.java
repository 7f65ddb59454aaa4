package io.countersign.telegram.bot;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Tells a request that was never written from one that may have been. */
final class Reached extends IOException {

    private static final long serialVersionUID = 1L;

    private Reached() {
        super("the connection broke");
    }

    /** Runs once there is a connection, before anything is written to it. */
    static Response mark(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (IOException e) {
            throw new Reached();
        }
    }

    /** Runs around everything, so that a failure of another kind came before the connection. */
    static Response tellApart(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (Reached e) {
            throw e;
        } catch (IOException e) {
            throw new NotReached();
        }
    }
}
