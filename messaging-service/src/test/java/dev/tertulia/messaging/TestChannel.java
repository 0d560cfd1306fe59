package dev.tertulia.messaging;

import dev.tertulia.messaging.channel.whatsapp.MetaSignature;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.TestDatabase;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A tenant of its own with a connected WhatsApp number, and what its provider would post. */
public final class TestChannel {
    public static final String APP_SECRET = "app-secret-of-the-test";
    public static final String VERIFY_TOKEN = "verify-token-of-the-test";
    public static final String ACCESS_TOKEN = "access-token-of-the-test";

    public final UUID tenant;
    public final UUID id = UUID.randomUUID();
    public final String phoneNumberId = Long.toString(Math.abs(UUID.randomUUID().getLeastSignificantBits()));
    private final MetaSignature signature = new MetaSignature(APP_SECRET);

    private TestChannel(UUID tenant) {
        this.tenant = tenant;
    }

    public static TestChannel connected(FieldCipher cipher) {
        return connected(cipher, UUID.randomUUID());
    }

    /** One more of a tenant. */
    public static TestChannel connected(FieldCipher cipher, UUID tenant) {
        TestChannel channel = new TestChannel(tenant);
        try (Connection superuser = channel.superuser();
                PreparedStatement insert = superuser.prepareStatement("""
                        insert into messaging.channel (tenant_id, id, type, name, status, account_id, settings, secrets)
                        values (?, ?, 'whatsapp', 'Ventas', 'connected', ?, ?::jsonb, ?::jsonb)""")) {
            insert.setObject(1, channel.tenant);
            insert.setObject(2, channel.id);
            insert.setString(3, channel.phoneNumberId);
            insert.setString(
                    4,
                    new JsonObject().put("phoneNumberId", channel.phoneNumberId).encode());
            insert.setString(
                    5,
                    new JsonObject()
                            .put("appSecret", channel.encrypted(cipher, "appSecret", APP_SECRET))
                            .put("verifyToken", channel.encrypted(cipher, "verifyToken", VERIFY_TOKEN))
                            .put("accessToken", channel.encrypted(cipher, "accessToken", ACCESS_TOKEN))
                            .encode());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return channel;
    }

    private String encrypted(FieldCipher cipher, String name, String value) {
        return cipher.encrypt(value, FieldCipher.place(tenant, "channel", "secrets", id, name));
    }

    public String webhookPath() {
        return "/webhooks/whatsapp/" + id;
    }

    public Response post(JsonObject webhook) {
        return post(webhook.encode().getBytes(StandardCharsets.UTF_8));
    }

    public Response post(byte[] body) {
        return RestAssured.given()
                .contentType("application/json")
                .header(MetaSignature.HEADER, signature.sign(body))
                .body(body)
                .post(webhookPath());
    }

    public JsonObject text(String waId, String externalId, long second, String text) {
        return message(new JsonObject()
                .put("from", waId)
                .put("id", externalId)
                .put("timestamp", Long.toString(second))
                .put("type", "text")
                .put("text", new JsonObject().put("body", text)));
    }

    /** A webhook with these messages, each by its own customer. */
    public JsonObject message(JsonObject... messages) {
        JsonArray contacts = new JsonArray();
        for (JsonObject message : messages) {
            contacts.add(new JsonObject()
                    .put("wa_id", message.getString("from"))
                    .put("profile", new JsonObject().put("name", "Customer " + message.getString("from"))));
        }
        return value(new JsonObject().put("contacts", contacts).put("messages", new JsonArray(List.of(messages))));
    }

    public JsonObject status(String externalId, String status, long second) {
        return value(new JsonObject()
                .put(
                        "statuses",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", externalId)
                                        .put("status", status)
                                        .put("timestamp", Long.toString(second))
                                        .put("recipient_id", "5511900000000"))));
    }

    private JsonObject value(JsonObject value) {
        value.put("messaging_product", "whatsapp")
                .put(
                        "metadata",
                        new JsonObject()
                                .put("display_phone_number", "15550000001")
                                .put("phone_number_id", phoneNumberId));
        return new JsonObject()
                .put("object", "whatsapp_business_account")
                .put(
                        "entry",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", "9001")
                                        .put(
                                                "changes",
                                                new JsonArray()
                                                        .add(new JsonObject()
                                                                .put("field", "messages")
                                                                .put("value", value)))));
    }

    /** An active member of the tenant, as if tenant-service had told of them. */
    public UUID member() {
        UUID member = UUID.randomUUID();
        execute("insert into messaging.member (tenant_id, id, name, role, active, sequence) values (?, '" + member
                + "', 'Ana', 'agent', true, 1)");
        return member;
    }

    /** Past row level security, and yet of this tenant, since what it changes is recorded in the tenant's audit. */
    private Connection superuser() throws SQLException {
        Connection superuser = TestDatabase.superuser();
        superuser.setSchema("messaging");
        try (var statement = superuser.createStatement()) {
            statement.execute("set app.tenant_id = '" + tenant + "'");
        }
        return superuser;
    }

    /** Changes rows past row level security. */
    public void execute(String sql) {
        try (Connection superuser = superuser();
                PreparedStatement statement = superuser.prepareStatement(sql)) {
            statement.setObject(1, tenant);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of all rows, as text, seen past row level security. */
    public List<String> select(String sql) {
        try (Connection superuser = TestDatabase.superuser();
                PreparedStatement query = superuser.prepareStatement(sql)) {
            query.setObject(1, tenant);
            List<String> values = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
