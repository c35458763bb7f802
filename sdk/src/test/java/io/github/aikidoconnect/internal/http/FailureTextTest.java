package io.github.aikidoconnect.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What is said of a call that got no answer, and what is not. */
class FailureTextTest {
    private static final URI PLACE = URI.create("https://Example.com/a?secret=b");

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @Test
    void saysWhatKeepsACallFromBeingAnswered() {
        assertThat(text(new UnknownHostException("x"))).isEqualTo("example.com was not found in DNS");
        ConnectException unresolved = new ConnectException();
        unresolved.initCause(new UnresolvedAddressException());
        assertThat(text(unresolved)).isEqualTo("example.com was not found in DNS");
        assertThat(text(new ConnectException("Connection refused"))).isEqualTo("example.com refused the connection");
        assertThat(text(new HttpConnectTimeoutException("x")))
                .isEqualTo("example.com did not accept the connection in time");
        assertThat(text(new SSLHandshakeException("PKIX path building failed")))
                .contains("certificate that this Java runtime does not trust", "keytool -importcert", "trustStore");
        assertThat(text(new CompletionException(new ConnectException())))
                .isEqualTo("example.com refused the connection");
        assertThat(text(new IOException("Connection reset")))
                .isEqualTo("example.com closed the connection: Connection reset");
        assertThat(text(new IOException())).isEqualTo("example.com closed the connection");
        assertThat(text(new ConnectException("the proxy wants a password")))
                .isEqualTo("example.com could not be reached: the proxy wants a password");
    }

    private static String text(Throwable failure) {
        URI uri = URI.create("https://example.com/path?accountName=b");
        return String.valueOf(FailureText.of(uri, failure, HALF_A_MINUTE).getMessage());
    }

    @Test
    void namesThePortWhereThereIsOne() {
        assertThat(FailureText.of(URI.create("https://example.com:8443/"), new ConnectException(), HALF_A_MINUTE))
                .hasMessage("example.com:8443 refused the connection");
    }

    @Test
    void knowsWhenNothingWasSent() {
        assertThat(FailureText.of(PLACE, new ConnectException(), HALF_A_MINUTE).nothingSent())
                .isTrue();
        assertThat(FailureText.of(PLACE, new UnknownHostException(), HALF_A_MINUTE)
                        .nothingSent())
                .isTrue();
        assertThat(FailureText.of(PLACE, new IOException("reset"), HALF_A_MINUTE)
                        .nothingSent())
                .isFalse();
        assertThat(FailureText.of(PLACE, new TimeoutException(), HALF_A_MINUTE).nothingSent())
                .isFalse();
    }

    @Test
    void showsNothingOfACallButItsPlace() {
        Secret secret = Secret.of("fakeToken");
        HttpCall call = new HttpCall("POST", PLACE, new Credentials.Bearer(secret), "text/plain", "the body");

        assertThat(call.toString()).isEqualTo("POST example.com/a");
        assertThat(List.of(
                                new Credentials.AccessToken(secret),
                                new Credentials.Bearer(secret),
                                new Credentials.Client(secret, secret))
                        .toString())
                .doesNotContain("fakeToken");
        assertThat(Answers.of(200).toString()).isEqualTo("200, 8 bytes");
    }

    @Test
    void provesTheSenderAsTheServicesWantIt() {
        assertThat(new Credentials.None().header()).isEmpty();
        assertThat(new Credentials.AccessToken(Secret.of("pat")).header()).contains("Basic OnBhdA==");
        assertThat(new Credentials.Client(Secret.of("id"), Secret.of("pw")).header())
                .contains("Basic aWQ6cHc=");
        assertThat(new Credentials.Bearer(Secret.of("jwt")).header()).contains("Bearer jwt");
    }
}
