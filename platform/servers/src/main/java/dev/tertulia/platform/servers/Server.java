package dev.tertulia.platform.servers;

/**
 * A server that can be started and stopped, and also be treated badly: what a product promises about crashes is tested with
 * {@link #kill()} and {@link #pause()}. Address and data stay the same over all of them.
 */
public interface Server extends AutoCloseable {

    /** Starts it and waits until it answers. Does nothing when it runs. Fails with {@link ServerException}. */
    void start();

    /** Stops it in order and waits until its process is gone. Does nothing when it does not run. */
    void stop();

    /** Ends it as {@code kill -9} does: nothing is flushed, no client is told. */
    void kill();

    /** Freezes it: connections stay open and nothing answers, until {@link #resume()}. */
    void pause();

    void resume();

    boolean isRunning();

    String host();

    int port();

    /** Stops it and removes what it kept, unless its directory was given by the caller. */
    @Override
    void close();
}
