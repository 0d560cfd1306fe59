package dev.tertulia.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection on which a test says byte by byte what goes over it. */
public final class RawConnection implements Closeable {
    private final Socket socket;

    public RawConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
    }

    /** Lines are ended as HTTP wants it. */
    public RawConnection say(String lines) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return this;
    }

    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    public InputStream in() throws IOException {
        return socket.getInputStream();
    }

    /** What comes up to and with a text; what has come when the connection ends before. */
    public String hearUntil(String text) throws IOException {
        StringBuilder heard = new StringBuilder();
        for (int c = in().read(); c >= 0; c = in().read()) {
            heard.append((char) c);
            if (heard.toString().endsWith(text)) {
                break;
            }
        }
        return heard.toString();
    }

    /** All that comes until the other side ends the connection. */
    public String hearAll() throws IOException {
        return new String(in().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
