package io.github.aikidoconnect.simulator.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;

/** Sends complete and broken answers. */
final class Wire {
    private static final int FLOOD = 100_000_000;

    private Wire() {}

    static void send(Context context, Answer answer) throws IOException {
        byte[] body = begin(context, answer);
        context.res().getOutputStream().write(body);
    }

    /** Announces the whole answer, sends half of it and closes the connection. */
    static void truncate(Context context, Answer answer) throws IOException {
        half(context, answer);
        endPoint(context).close();
    }

    /** Announces the whole answer and sends half of it. */
    static void half(Context context, Answer answer) throws IOException {
        byte[] body = begin(context, answer);
        context.res().getOutputStream().write(Arrays.copyOf(body, body.length / 2));
        context.res().flushBuffer();
    }

    /** Sends bytes that are not HTTP, bypassing the HTTP library, and closes the connection. */
    static void garbage(Context context) throws IOException {
        EndPoint endPoint = endPoint(context);
        if (endPoint instanceof SocketChannelEndPoint socket) {
            byte[] bytes = "\u0000\u0001 220 mail.example.com ESMTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining() && socket.getChannel().write(left) >= 0) {
                // A socket that is not ready accepts no bytes, so the write is repeated.
                Thread.onSpinWait();
            }
        }
        endPoint.close();
    }

    /** Sends a list of 100 MB, unless the client closes the connection before. */
    static void flood(Context context) throws IOException {
        begin(context, Answer.of(200, "application/json", ""));
        context.res().setContentLength(-1);
        OutputStream out = context.res().getOutputStream();
        out.write("{\"count\":1,\"value\":[\"".getBytes(StandardCharsets.US_ASCII));
        byte[] chunk = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        for (int sent = 0; sent < FLOOD; sent += chunk.length) {
            out.write(chunk);
        }
    }

    /** Closes the connection with a TCP reset, if it has a socket. */
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
        // The HTTP library has already set a content type, which an answer without a body must not have.
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
