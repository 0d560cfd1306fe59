package dev.tertulia.platform.testkit;

import com.github.dockerjava.api.DockerClient;
import dev.tertulia.platform.servers.Server;
import dev.tertulia.platform.servers.ServerException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testcontainers.containers.GenericContainer;

/** A server in a container that keeps its port and data when it is stopped or killed and started again. */
abstract class ContainerServer implements Server {

    private static final Duration STARTUP = Duration.ofMinutes(2);

    private final GenericContainer<?> container;
    private final int port;

    /** @param port on the host, chosen here: an engine would choose another one at each start */
    ContainerServer(GenericContainer<?> container, int port, int containerPort) {
        this.container = container;
        this.port = port;
        container.withExposedPorts(containerPort);
        container.setPortBindings(List.of(port + ":" + containerPort));
    }

    protected abstract boolean answers();

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        if (container.getContainerId() == null) {
            container.start();
        } else {
            engine().startContainerCmd(container.getContainerId()).exec();
        }
        try {
            Awaitility.await()
                    .atMost(STARTUP)
                    .pollInterval(Duration.ofMillis(100))
                    .until(this::answers);
        } catch (ConditionTimeoutException e) {
            throw new ServerException(container.getDockerImageName() + " did not answer within " + STARTUP, e);
        }
    }

    @Override
    public void stop() {
        if (isRunning()) {
            engine().stopContainerCmd(container.getContainerId())
                    .withTimeout(20)
                    .exec();
        }
    }

    @Override
    public void kill() {
        if (isRunning()) {
            engine().killContainerCmd(container.getContainerId()).exec();
            Awaitility.await().atMost(STARTUP).until(() -> !isRunning());
        }
    }

    @Override
    public void pause() {
        engine().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void resume() {
        engine().unpauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public boolean isRunning() {
        String id = container.getContainerId();
        return id != null
                && Boolean.TRUE.equals(
                        engine().inspectContainerCmd(id).exec().getState().getRunning());
    }

    @Override
    public String host() {
        return container.getHost();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        container.stop();
    }

    private DockerClient engine() {
        return container.getDockerClient();
    }
}
