package dev.tertulia.platform.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.tertulia.platform.testkit.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(IdempotencyPurgeIT.OftenPurged.class)
@QuarkusTestResource(WebDatabase.class)
class IdempotencyPurgeIT {
    private final UUID tenant = UUID.randomUUID();

    @Test
    void keysAreForgottenByThemselvesAfterADay() {
        given().contentType("application/json")
                .header("X-Test-Tenant", tenant.toString())
                .header("Idempotency-Key", "key-1")
                .body("{\"title\":\"a\"}")
                .post("/api/v1/effects")
                .then()
                .statusCode(201);
        age();
        await().until(() -> count() == 0);
    }

    private void age() {
        update("update web.idempotency_key set created_at = now() - interval '25 hours' where tenant_id = ?");
    }

    private int count() {
        return update("update web.idempotency_key set actor = actor where tenant_id = ?");
    }

    private int update(String sql) {
        try (Connection connection = TestDatabase.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static final class OftenPurged implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tertulia.idempotency.purge-every", "200ms");
        }
    }
}
