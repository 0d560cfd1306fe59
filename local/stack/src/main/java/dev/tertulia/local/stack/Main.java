package dev.tertulia.local.stack;

import dev.tertulia.platform.servers.ServerException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code ./dev up}: starts the stack, says what to do with it, and stops it when it is told to. */
final class Main {

    private Main() {}

    /** The one argument is the checkout's folder. */
    public static void main(String[] args) throws InterruptedException {
        var progress = new Progress(System.out);
        var stopping = new AtomicBoolean();
        try {
            var settings = StackSettings.from(Path.of(args[0]), System.getenv());
            var stack = new Stack(settings, progress);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, stopping), "stop"));
            stack.start(true);
            progress.plain(Welcome.text(settings, progress.seconds()));
        } catch (StackException | ServerException e) {
            // A stack that is told to stop while it starts has nothing to complain about.
            if (!stopping.get()) {
                progress.plain("Not started: " + e.getMessage());
            }
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void stop(Stack stack, AtomicBoolean stopping) {
        stopping.set(true);
        stack.close();
    }
}
