package dev.tertulia.messaging.attachment;

import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Files in a bucket. */
final class S3Storage implements ObjectStorage, AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    private static final Duration CALL_LIMIT = Duration.ofMinutes(5);
    private static final int CONNECTIONS = 64;
    private static final int MOST_KEYS = 1000;

    private final S3AsyncClient s3;
    private final String bucket;
    private final Path workFolder;

    S3Storage(StorageConfig.S3 config, Path workFolder) {
        this.bucket = config.bucket();
        this.workFolder = workFolder;
        S3AsyncClientBuilder builder = S3AsyncClient.builder()
                .region(Region.of(config.region()))
                .forcePathStyle(config.pathStyle())
                // Storages other than Amazon's know no checksums at the end of a body.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(limits -> limits.apiCallTimeout(CALL_LIMIT))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .connectionTimeout(CONNECT_LIMIT)
                        .maxConcurrency(CONNECTIONS));
        config.endpoint().ifPresent(builder::endpointOverride);
        if (config.accessKey().isPresent() && config.secretKey().isPresent()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    config.accessKey().get(), config.secretKey().get())));
        }
        this.s3 = builder.build();
    }

    @Override
    public Uni<Void> put(String key, Path file) {
        return Uni.createFrom()
                .completionStage(
                        () -> s3.putObject(request -> request.bucket(bucket).key(key), AsyncRequestBody.fromFile(file)))
                .replaceWithVoid();
    }

    @Override
    public Uni<LocalBytes> read(String key, long from, long length) {
        Path file = workFolder.resolve("tertulia-read-" + UUID.randomUUID());
        return Uni.createFrom()
                .completionStage(() -> s3.getObject(
                        request -> request.bucket(bucket).key(key).range("bytes=" + from + '-' + (from + length - 1)),
                        AsyncResponseTransformer.toFile(file)))
                .replaceWith(new LocalBytes(file, 0, length, true));
    }

    @Override
    public Uni<List<String>> below(String folder, int atMost) {
        return Uni.createFrom()
                .completionStage(() -> s3.listObjectsV2(
                        request -> request.bucket(bucket).prefix(folder + "/").maxKeys(Math.min(atMost, MOST_KEYS))))
                .map(found -> found.contents().stream().map(S3Object::key).toList());
    }

    @Override
    public Uni<Void> delete(String key) {
        return Uni.createFrom()
                .completionStage(
                        () -> s3.deleteObject(request -> request.bucket(bucket).key(key)))
                .replaceWithVoid();
    }

    @Override
    public void close() {
        s3.close();
    }
}
