package dev.tertulia.platform.servers;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The local Maven repository out of which this JVM runs; found by where its database driver is. */
public final class LocalRepository {

    private LocalRepository() {}

    public static Path directory() {
        // <repository>/org/postgresql/postgresql/<version>/<jar>
        Path jar = locationOf(org.postgresql.Driver.class);
        Path repository = jar;
        for (int i = 0; i < 5 && repository != null; i++) {
            repository = repository.getParent();
        }
        if (repository == null) {
            throw new ServerException("Not in a local Maven repository: " + jar);
        }
        return repository;
    }

    /** The file of an artifact, by its coordinates. */
    public static Path artifact(String group, String name, String version, String type) {
        return directory()
                .resolve(group.replace('.', '/'))
                .resolve(name)
                .resolve(version)
                .resolve("%s-%s.%s".formatted(name, version, type));
    }

    static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new ServerException("Cannot tell where " + type.getName() + " came from", e);
        }
    }
}
