package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.internal.limit.Time;
import java.time.Duration;

/** Entries whose pauses take another time than the machine's. */
public final class InjectedTime {

    private InjectedTime() {}

    /** Returns a builder whose pauses pass in the given time. */
    public static AikidoConnect.Builder builder(Time time) {
        return new DefaultAikidoConnect.Builder().time(time);
    }

    /** Returns the same with another window of Aikido's limit than a minute. */
    public static AikidoConnect.Builder builder(Duration rateWindow, Time time) {
        return new DefaultAikidoConnect.Builder().rateWindow(rateWindow).time(time);
    }
}
