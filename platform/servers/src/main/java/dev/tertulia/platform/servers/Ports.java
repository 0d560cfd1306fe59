package dev.tertulia.platform.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports for servers that are stopped and started again under one address. */
public final class Ports {

    /** Below what systems hand out to clients, so that no client's own port takes the address of a server that is away. */
    private static final int FROM = 20_000;

    private static final int TO = 32_000;
    private static final int TRIES = 1_000;

    private Ports() {}

    public static int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ServerException("No free port between %d and %d".formatted(FROM, TO));
    }

    static void requireFree(int port, String server) {
        if (!isFree(port)) {
            throw new ServerException("Port %d, meant for %s, is in use".formatted(port, server));
        }
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
