package io.countersign.telegram.bot;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Tells a request that was never written from one that may have been. */
final class ConnectionReached extends IOException {

    private static final long serialVersionUID = 1L;

    private ConnectionReached() {
        super("the connection broke");
    }

    /** Runs once there is a connection, before anything is written to it. */
    static Response mark(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (IOException e) {
            throw new ConnectionReached();
        }
    }

    /** Runs around everything, so that a failure of another kind came before the connection. */
    static Response tellApart(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (ConnectionReached e) {
            throw e;
        } catch (IOException e) {
            throw new NotReached();
        }
    }
}
