package io.github.aikidoconnect.simulator.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;

/** Puts answers on the network, whole or broken. */
final class Wire {
    private Wire() {}

    static void send(Context context, Answer answer) throws IOException {
        byte[] body = begin(context, answer);
        context.res().getOutputStream().write(body);
    }

    /** Promises the whole answer, sends half of it and closes the connection. */
    static void truncate(Context context, Answer answer) throws IOException {
        byte[] body = begin(context, answer);
        context.res().getOutputStream().write(Arrays.copyOf(body, body.length / 2));
        context.res().flushBuffer();
        endPoint(context).close();
    }

    /** Closes the connection with a TCP reset where there is a socket to do it on. */
    static void reset(Context context) throws IOException {
        EndPoint endPoint = endPoint(context);
        if (endPoint instanceof SocketChannelEndPoint socket) {
            SocketChannel channel = socket.getChannel();
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
        endPoint.close();
    }

    private static byte[] begin(Context context, Answer answer) {
        HttpServletResponse response = context.res();
        // The HTTP library has set a content type already, and an answer without a body has none.
        response.reset();
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.status() != 204) {
            response.setContentLength(body.length);
        }
        return body;
    }

    private static EndPoint endPoint(Context context) {
        EndPoint endPoint = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        return endPoint instanceof EndPoint.Wrapper wrapper ? wrapper.unwrap() : endPoint;
    }
}
