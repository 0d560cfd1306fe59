package dev.tertulia.messaging.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where files are kept. */
@ConfigMapping(prefix = "messaging.storage")
public interface StorageConfig {
    /** {@code folder}, which all replicas must share, or {@code s3} for anything that speaks its protocol. */
    @WithDefault("folder")
    Kind kind();

    /** The folder. It is made when the first file comes. */
    @WithDefault("storage")
    Path folder();

    S3 s3();

    /** The kinds of storage. */
    enum Kind {
        FOLDER,
        S3
    }

    /** How the object storage is reached. */
    interface S3 {
        /** Must exist. */
        @WithDefault("tertulia")
        String bucket();

        @WithDefault("us-east-1")
        String region();

        /** Of a storage that is not Amazon's. */
        Optional<URI> endpoint();

        /** Whether the bucket stands in the path rather than in the host's name, as most others than Amazon want it. */
        @WithDefault("false")
        boolean pathStyle();

        /** Without it the credentials are looked for where the SDK looks: environment, web identity, instance. */
        Optional<String> accessKey();

        Optional<String> secretKey();
    }
}
