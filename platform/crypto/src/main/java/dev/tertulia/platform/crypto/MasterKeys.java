package dev.tertulia.platform.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.aead.XAesGcmKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The key set under which fields are encrypted: keys of versions 1, 2, 3 …, one of them the primary, under which is
 * encrypted now. It is held as Tink's JSON, in a file that only its owner reads or in an environment variable, never in
 * the database.
 *
 * <p>Rotation has two steps, so that no replica meets a value under a key that it has not got yet: {@link #withNewKey()} on
 * all replicas, then {@link #withNewestAsPrimary()} on all, then each service encrypts anew what is under older keys.
 */
public final class MasterKeys {
    private static final int DERIVED_BYTES = 32;

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final KeysetHandle keys;

    private MasterKeys(KeysetHandle keys) {
        this.keys = keys;
    }

    /** A key set of one new key, version 1. */
    public static MasterKeys create() {
        // Its nonces are long enough to be drawn at random however often, and by however many replicas.
        return build(KeysetHandle.newBuilder().addEntry(newKey(1).makePrimary()));
    }

    /**
     * The key set of the file, created there if there is none, with mode 600. Of two processes that create it at the same
     * time both get the same.
     */
    public static MasterKeys createIfMissing(Path file) {
        return MasterKeyFile.readOrCreate(file);
    }

    /** Fails with {@link CryptoException} if the file is missing, unreadable or no key set. */
    public static MasterKeys read(Path file) {
        return MasterKeyFile.read(file);
    }

    /** Replaces the file at once and whole, with mode 600. */
    public void write(Path file) {
        MasterKeyFile.replace(file, this);
    }

    /** From Tink's JSON, plain or as base64. */
    public static MasterKeys parse(String keySet) {
        String text = keySet.strip();
        try {
            String json = text.startsWith("{")
                    ? text
                    : new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
            return new MasterKeys(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without the cause, since its message may quote what it could not read.
            throw new CryptoException("This is not a key set: Tink's JSON was expected, plain or as base64");
        }
    }

    /** This set and a new key, the newest, which is not used for encrypting yet. */
    public MasterKeys withNewKey() {
        return build(KeysetHandle.newBuilder(keys).addEntry(newKey(newestVersion() + 1)));
    }

    /** This set, encrypting with its newest key from now on. */
    public MasterKeys withNewestAsPrimary() {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
        for (int i = 0; i < keys.size(); i++) {
            if (keys.getAt(i).getId() == newestVersion()) {
                builder.getAt(i).makePrimary();
            }
        }
        return build(builder);
    }

    /** This set without a key that no value is under any more. The primary cannot be removed. */
    public MasterKeys without(int version) {
        if (version == primaryVersion()) {
            throw new CryptoException("Key " + version + " is the one in use");
        }
        KeysetHandle.Builder builder = KeysetHandle.newBuilder();
        for (int i = 0; i < keys.size(); i++) {
            KeysetHandle.Entry entry = keys.getAt(i);
            if (entry.getId() != version) {
                KeysetHandle.Builder.Entry kept =
                        KeysetHandle.importKey(entry.getKey()).setStatus(entry.getStatus());
                builder.addEntry(entry.isPrimary() ? kept.makePrimary() : kept);
            }
        }
        return build(builder);
    }

    public int primaryVersion() {
        return keys.getPrimary().getId();
    }

    public boolean has(int version) {
        return versions().anyMatch(own -> own == version);
    }

    /**
     * 256 bits for another purpose, from which neither the key nor what is derived for other purposes can be told (HKDF,
     * RFC 5869). Fails with {@link UnknownKeyException}.
     */
    @AccessesPartialKey
    byte[] derive(int version, String purpose) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.getAt(i).getId() == version && keys.getAt(i).getKey() instanceof XAesGcmKey key) {
                return derive(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()), purpose);
            }
        }
        throw new UnknownKeyException(version);
    }

    private static byte[] derive(byte[] key, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), DERIVED_BYTES));
        } catch (GeneralSecurityException e) {
            throw new CryptoException("No key could be derived", e);
        }
    }

    Aead aead() {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new CryptoException("The key set has no keys for encrypting fields", e);
        }
    }

    /** The key set with its secrets. */
    String json() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new CryptoException("The key set cannot be written", e);
        }
    }

    /** Versions only. */
    @Override
    public String toString() {
        return "MasterKeys" + versions().boxed().toList() + ", primary " + primaryVersion();
    }

    private int newestVersion() {
        return versions().max().orElseThrow();
    }

    private IntStream versions() {
        return IntStream.range(0, keys.size()).map(i -> keys.getAt(i).getId());
    }

    private static KeysetHandle.Builder.Entry newKey(int version) {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE)
                .withFixedId(version);
    }

    private static MasterKeys build(KeysetHandle.Builder builder) {
        try {
            return new MasterKeys(builder.build());
        } catch (GeneralSecurityException e) {
            throw new CryptoException("The key set cannot be built", e);
        }
    }
}
