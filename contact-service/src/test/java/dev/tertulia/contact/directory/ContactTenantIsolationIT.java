package dev.tertulia.contact.directory;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.tertulia.contact.Api;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.tenancy.TenantErasure;
import dev.tertulia.platform.testkit.tenancy.TenantIsolationCatalogue;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "contact"))
class ContactTenantIsolationIT {
    private final Api a = Api.ofNewTenant();
    private final Api b = Api.ofNewTenant();

    @Test
    void theSchemaKeepsTenantsApart() {
        TenantIsolationCatalogue.of("contact")
                .looksAcross("usage_counter", "what changed is told for all tenants")
                .except("index usage_counter_month", "what changed is looked for in all tenants")
                .value("usage_counter.month", "''")
                .assertHolds();
    }

    @Test
    void aTenantCanBeErasedWholeAndNoOtherWithIt() {
        TenantErasure.of("contact").assertErasesOneTenantWhole();
    }

    @Test
    void anotherTenantsContactDoesNotExist() {
        String phone = Api.anyPhone();
        UUID contact = a.created("{\"name\": \"Lucía\", \"tags\": [\"vip\"], \"phones\": [\"%s\"]}".formatted(phone));
        UUID duplicate = a.created("{\"name\": \"Lucía\"}");
        UUID identity = UUID.fromString(a.get(contact).extract().path("identities[0].id"));
        UUID merge = Api.id(a.merge(contact, duplicate).statusCode(200));
        UUID own = b.created("{\"name\": \"Pedro\"}");

        b.get(contact).statusCode(404);
        b.patch(contact, "{\"name\": \"Mine\"}").statusCode(404);
        b.delete(contact).statusCode(404);
        b.addIdentity(contact, "{\"kind\": \"phone\", \"value\": \"%s\"}".formatted(Api.anyPhone()))
                .statusCode(404);
        b.request().get(Api.CONTACTS + "/" + contact + "/identities").then().statusCode(404);
        b.request()
                .delete(Api.CONTACTS + "/" + contact + "/identities/" + identity)
                .then()
                .statusCode(404);
        b.request()
                .delete(Api.CONTACTS + "/" + own + "/identities/" + identity)
                .then()
                .statusCode(404);
        b.request().get(Api.CONTACTS + "/" + contact + "/merges").then().statusCode(404);
        b.merge(contact, own).statusCode(404);
        b.merge(own, contact).statusCode(422);
        b.undo(merge).statusCode(404);
        b.list(Map.of("q", "lucia")).body("items", empty());
        b.list(Map.of("q", phone)).body("items", empty());
        b.list(Map.of("tag", "vip")).body("items", empty());

        a.get(contact).statusCode(200).body("name", equalTo("Lucía"));
    }
}
