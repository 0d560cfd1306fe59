package dev.tertulia.platform.servers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.SQLException;

/** Whether a server serves, which its open port alone does not say. */
public final class Probes {

    private Probes() {}

    public static boolean databaseAnswers(String host, int port, String superuserPassword) {
        try (var connection =
                Jdbc.tryConnect(host, port, DatabaseServer.SUPERUSER, DatabaseServer.SUPERUSER, superuserPassword)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Asks for the versions it speaks, the one request that every broker answers as soon as it serves clients. */
    public static boolean brokerAnswers(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 500);
            socket.setSoTimeout(2_000);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10); // bytes that follow
            out.writeShort(18); // ApiVersions
            out.writeShort(0); // its version
            out.writeInt(1); // correlation id
            out.writeShort(-1); // no client id
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            return in.readInt() > 0 && in.readInt() == 1 && in.readShort() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
