package dev.tertulia.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** What the tests run as a part: it answers 200 on its port, or nothing at all when it is told to be silent. */
final class AnsweringProgram {

    private AnsweringProgram() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 1 && args[1].equals("broken")) {
            System.exit(3);
        }
        if (args.length > 1 && args[1].equals("silent")) {
            Thread.currentThread().join();
        }
        var server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
        server.createContext("/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
