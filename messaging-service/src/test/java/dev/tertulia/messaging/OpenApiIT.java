package dev.tertulia.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.openapi.DescribedAnswers;
import dev.tertulia.platform.testkit.openapi.DescribedExamples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** Clients are generated from what the service says of itself. */
@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
class OpenApiIT {
    private static String document() {
        return given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void everyAnswerIsDescribed() {
        assertThat(DescribedAnswers.missing(document())).isEmpty();
        assertThat(DescribedExamples.missing(document())).isEmpty();
    }

    @Test
    void whatIsAlwaysThereIsRequired() {
        JsonPath schemas = JsonPath.from(document()).setRootPath("components.schemas");
        assertThat(schemas.<String>getList("Conversation.required"))
                .contains("id", "status", "contact", "labels", "unreadCount")
                .doesNotContain("assigneeId", "lastMessagePreview");
        assertThat(schemas.<String>getList("PageConversation.required")).containsExactly("items");
    }
}
