package dev.tertulia.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two tenants with people, contacts and a connected simulated WhatsApp number each, made as an operator and an owner
 * would: through the API. What is there already is left as it is.
 */
final class DemoData {

    private static final String CHANNEL = "WhatsApp";
    private static final int WHOLE_PAGE = 200;

    private final StackSettings settings;
    private final StackSecrets secrets;
    private final Progress progress;
    private final Http gateway;
    private final Http simulator;
    private final Realm realm;

    DemoData(StackSettings settings, StackSecrets secrets, Progress progress) {
        this.settings = settings;
        this.secrets = secrets;
        this.progress = progress;
        this.gateway = new Http("http://127.0.0.1:" + settings.ports().gateway(), null);
        this.simulator = new Http("http://127.0.0.1:" + settings.ports().simulator(), null);
        this.realm = new Realm(settings.ports());
    }

    void ensure() {
        if (isLeftOut(Stack.KEYCLOAK) || isLeftOut(Services.TENANT) || isLeftOut(Services.GATEWAY)) {
            progress.say("no demo data: a part that it needs is left out");
            return;
        }
        Http operator = gateway.as(realm.token(DemoTenant.PLATFORM_ADMINISTRATOR));
        for (DemoTenant tenant : DemoTenant.ALL) {
            ensureTenant(operator, tenant);
            Http owner = gateway.as(realm.token(tenant.owner()));
            ensureMembers(owner, tenant);
            if (!isLeftOut(Services.CONTACT)) {
                ensureContacts(owner, tenant);
            }
            if (!isLeftOut(Services.MESSAGING) && !isLeftOut(Services.SIMULATOR)) {
                ensureChannel(owner, tenant);
            }
        }
        progress.say("the demo tenants acme and globex are there");
    }

    private void ensureTenant(Http operator, DemoTenant tenant) {
        if (known(operator, "/api/v1/platform/tenants", "/slug").contains(tenant.slug())) {
            return;
        }
        ObjectNode body = Json.object();
        body.put("slug", tenant.slug());
        body.put("name", tenant.name());
        body.put("locale", tenant.locale());
        body.put("timezone", tenant.timezone());
        body.put("country", tenant.country());
        body.put("status", "active");
        body.putObject("owner")
                .put("email", tenant.owner().email())
                .put("name", tenant.owner().name());
        operator.call("POST", "/api/v1/platform/tenants", body);
    }

    private static void ensureMembers(Http owner, DemoTenant tenant) {
        Set<String> known = known(owner, "/api/v1/members", "/email");
        for (DemoTenant.DemoMember member : tenant.members()) {
            if (!known.contains(member.user().email())) {
                ObjectNode body = Json.object();
                body.put("email", member.user().email());
                body.put("name", member.user().name());
                body.put("role", member.role());
                owner.call("POST", "/api/v1/members", body);
            }
        }
    }

    private static void ensureContacts(Http owner, DemoTenant tenant) {
        Set<String> known = known(owner, "/api/v1/contacts", "/name");
        tenant.contacts().forEach((phone, name) -> {
            if (!known.contains(name)) {
                ObjectNode body = Json.object();
                body.put("name", name);
                body.putArray("phones").add(phone);
                owner.call("POST", "/api/v1/contacts", body, 409);
            }
        });
    }

    /** The same secrets on both sides, and the number's webhooks through the gateway, as Meta's would come. */
    private void ensureChannel(Http owner, DemoTenant tenant) {
        JsonNode channel = channel(owner);
        boolean isNew = channel == null;
        if (channel == null) {
            ObjectNode body = Json.object();
            body.put("type", "whatsapp");
            body.put("name", CHANNEL);
            body.putObject("settings")
                    .put("phoneNumberId", phoneNumberId(tenant))
                    .put("businessAccountId", "waba-" + tenant.slug())
                    .put("displayPhoneNumber", "+" + tenant.number());
            body.putObject("secrets")
                    .put("accessToken", secret(tenant, "access-token"))
                    .put("appSecret", secret(tenant, "app-secret"))
                    .put("verifyToken", secret(tenant, "verify-token"));
            channel = owner.call("POST", "/api/v1/channels", body).body();
        }
        registerNumber(tenant, channel.path("id").asText());
        if (isNew) {
            writeAsCustomer(tenant);
        }
    }

    /** So that there is something to answer. */
    private void writeAsCustomer(DemoTenant tenant) {
        DemoTenant.FirstMessage first = tenant.firstMessage();
        ObjectNode message = Json.object();
        message.put("type", "text");
        message.put("text", first.text());
        message.put("profileName", first.name());
        simulator.call(
                "POST",
                "/simulator/api/numbers/%s/customers/%s/messages"
                        .formatted(phoneNumberId(tenant), first.phone().substring(1)),
                message);
    }

    private static @Nullable JsonNode channel(Http owner) {
        for (JsonNode channel : page(owner, "/api/v1/channels")) {
            if (channel.path("type").asText().equals("whatsapp")
                    && channel.path("name").asText().equals(CHANNEL)) {
                return channel;
            }
        }
        return null;
    }

    private void registerNumber(DemoTenant tenant, String channelId) {
        ObjectNode registration = Json.object();
        registration.put("displayPhoneNumber", tenant.number());
        registration.put("verifiedName", tenant.name());
        registration.put("wabaId", "waba-" + tenant.slug());
        registration.put("accessToken", secret(tenant, "access-token"));
        registration.put("appSecret", secret(tenant, "app-secret"));
        registration.put("verifyToken", secret(tenant, "verify-token"));
        registration.put(
                "callbackUrl",
                "http://localhost:%d/webhooks/whatsapp/%s"
                        .formatted(settings.ports().gateway(), channelId));
        simulator.call("PUT", "/simulator/api/numbers/" + phoneNumberId(tenant), registration);
    }

    private static String phoneNumberId(DemoTenant tenant) {
        return "number-" + tenant.slug();
    }

    private String secret(DemoTenant tenant, String name) {
        return secrets.get("whatsapp.%s.%s".formatted(tenant.slug(), name));
    }

    private static Set<String> known(Http caller, String path, String pointer) {
        var values = new TreeSet<String>();
        page(caller, path).forEach(item -> values.add(item.at(pointer).asText()));
        return values;
    }

    /** The first page is all: the demo has fewer. */
    private static JsonNode page(Http caller, String path) {
        return caller.call("GET", path + "?limit=" + WHOLE_PAGE, null).body().path("items");
    }

    private boolean isLeftOut(String part) {
        return settings.without().contains(part);
    }
}
