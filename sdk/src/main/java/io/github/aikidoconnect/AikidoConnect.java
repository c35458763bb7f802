package io.github.aikidoconnect;

import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

public final class AikidoConnect implements AutoCloseable {
    private AikidoConnect() {}

    private static ConnectReport soon(ConnectRequest request) {
        if (request.dryRun()) {
            return soon(request.toBuilder().dryRun(false).build());
        }
        throw new UnsupportedOperationException("soon");
    }

    public static AikidoConnect create() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    public ConnectReport check(ConnectRequest request) {
        return soon(request);
    }

    public ConnectReport list(ConnectRequest request) {
        return soon(request);
    }

    public ConnectReport plan(ConnectRequest request) {
        return soon(request);
    }

    public ConnectReport connect(ConnectRequest request) {
        return soon(request);
    }

    public ConnectReport status(ConnectRequest request) {
        return soon(request);
    }

    @Override
    public void close() {}

    public static final class Builder {
        public Builder httpClient(@Nullable HttpClient client) {
            return this;
        }

        public Builder progress(ProgressListener listener) {
            return this;
        }

        public Builder settingNames(SettingNames names) {
            return this;
        }

        public AikidoConnect build() {
            return new AikidoConnect();
        }
    }
}
