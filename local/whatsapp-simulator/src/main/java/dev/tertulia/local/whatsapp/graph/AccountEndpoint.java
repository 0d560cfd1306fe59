package dev.tertulia.local.whatsapp.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.local.whatsapp.number.BusinessNumber;
import dev.tertulia.local.whatsapp.number.Failure;
import dev.tertulia.local.whatsapp.number.NumberRegistration;
import dev.tertulia.local.whatsapp.number.Numbers;
import dev.tertulia.local.whatsapp.webhook.CallbackVerification;
import dev.tertulia.local.whatsapp.webhook.Change;
import dev.tertulia.local.whatsapp.webhook.Webhooks;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Business accounts and their numbers, templates and webhook subscriptions. */
@ApplicationScoped
class AccountEndpoint {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long REVIEW_MS = 1_500;
    private static final int LARGEST_PAGE = 1_000;

    private final Numbers numbers;
    private final Templates templates;
    private final CallbackVerification verification;
    private final Webhooks webhooks;
    private final Vertx vertx;

    AccountEndpoint(
            Numbers numbers, Templates templates, CallbackVerification verification, Webhooks webhooks, Vertx vertx) {
        this.numbers = numbers;
        this.templates = templates;
        this.verification = verification;
        this.webhooks = webhooks;
        this.vertx = vertx;
    }

    /** What is known of a number, or of an account. */
    void describe(GraphCall call) {
        if (numbers.find(call.id()) == null && !numbers.ofAccount(call.id()).isEmpty()) {
            account(call);
            call.answer(JSON.objectNode().put("id", call.id()).put("name", "WhatsApp simulator"));
            return;
        }
        BusinessNumber number = call.number(numbers);
        if (!failed(call, number)) {
            call.answer(selected(describe(number.registration()), call.query("fields")));
        }
    }

    void listNumbers(GraphCall call) {
        List<BusinessNumber> all = account(call);
        if (failed(call, all.getFirst())) {
            return;
        }
        ObjectNode answer = JSON.objectNode();
        ArrayNode data = answer.putArray("data");
        all.forEach(number -> data.add(selected(describe(number.registration()), call.query("fields"))));
        call.answer(answer);
    }

    /** Nothing is to be done to register a simulated number. */
    void registerNumber(GraphCall call) {
        call.number(numbers);
        call.answer(success());
    }

    /** Sets the number's own callback: {@code webhook_configuration}. */
    void configureNumber(GraphCall call) {
        BusinessNumber number = call.number(numbers);
        ObjectNode configuration = Params.object(call.body(), "webhook_configuration", "webhook_configuration");
        subscribe(call, List.of(number), configuration);
    }

    void subscribe(GraphCall call) {
        List<BusinessNumber> all = account(call);
        Buffer body = call.http().body().buffer();
        if (body == null || body.length() == 0) {
            call.answer(success());
        } else {
            subscribe(call, all, call.body());
        }
    }

    void unsubscribe(GraphCall call) {
        account(call).forEach(number -> numbers.subscribe(number, null, null));
        call.answer(success());
    }

    void listSubscriptions(GraphCall call) {
        List<BusinessNumber> all = account(call);
        ObjectNode answer = JSON.objectNode();
        ArrayNode data = answer.putArray("data");
        all.stream()
                .map(number -> number.registration().callbackUrl())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(url -> {
                    ObjectNode one = data.addObject();
                    one.putObject("whatsapp_business_api_data").put("id", "1").put("name", "simulated app");
                    one.put("override_callback_uri", url);
                });
        call.answer(answer);
    }

    /** {@code ?name=&language=&status=&limit=&after=}, in the order of creation. */
    void listTemplates(GraphCall call) {
        List<BusinessNumber> all = account(call);
        if (failed(call, all.getFirst())) {
            return;
        }
        List<Template> matching = templates.list(call.id()).stream()
                .filter(template -> matches(template, call))
                .toList();
        int limit = Math.clamp(number(call.query("limit"), 25), 1, LARGEST_PAGE);
        int from = Math.clamp(cursor(call.query("after")), 0, matching.size());
        int to = Math.min(matching.size(), from + limit);
        ObjectNode answer = JSON.objectNode();
        ArrayNode data = answer.putArray("data");
        matching.subList(from, to).forEach(template -> data.add(selected(template.json(), call.query("fields"))));
        if (from < to) {
            paging(call, answer.putObject("paging"), from, to, limit, matching.size());
        }
        call.answer(answer);
    }

    /** A new template is pending for a moment, then approved, which a webhook tells. */
    void createTemplate(GraphCall call) {
        List<BusinessNumber> all = account(call);
        ObjectNode json = call.body();
        if (templates.find(
                        call.id(),
                        json.path("name").asText(),
                        json.path("language").asText())
                != null) {
            throw GraphError.of(100, "There is already content in this language for this template.");
        }
        json.remove("id");
        Template created = templates.put(call.id(), json.put("status", "PENDING"));
        vertx.setTimer(REVIEW_MS, id -> approve(all.getFirst(), created));
        ObjectNode answer = JSON.objectNode();
        answer.put("id", created.json().path("id").asText()).put("status", "PENDING");
        call.answer(answer.put("category", created.category().toUpperCase(Locale.ROOT)));
    }

    void deleteTemplate(GraphCall call) {
        account(call);
        String name = call.query("name");
        if (name == null || !templates.remove(call.id(), name)) {
            throw GraphError.of(100, "Message template not found.");
        }
        call.answer(success());
    }

    private void approve(BusinessNumber number, Template template) {
        String wabaId = number.registration().wabaId();
        Template now = templates.find(wabaId, template.name(), template.language());
        if (now == null || !now.status().equals("PENDING")) {
            return;
        }
        templates.put(wabaId, now.json().deepCopy().put("status", "APPROVED"));
        ObjectNode value = JSON.objectNode().put("event", "APPROVED");
        value.put("message_template_id", now.json().path("id").asLong());
        value.put("message_template_name", now.name()).put("message_template_language", now.language());
        value.put("reason", "NONE")
                .put("message_template_category", now.category().toUpperCase(Locale.ROOT));
        webhooks.send(number, Change.of("message_template_status_update", value), null);
    }

    private void subscribe(GraphCall call, List<BusinessNumber> which, ObjectNode body) {
        String url = Params.text(body, "override_callback_uri", "override_callback_uri", 2_000);
        String token = Params.optionalText(body, "verify_token", "verify_token", 2_000);
        Params.link(url, "override_callback_uri");
        verification.ask(url, token).onSuccess(state -> {
            if (!CallbackVerification.isVerified(state)) {
                call.refuse(GraphError.callbackNotVerified(state));
                return;
            }
            which.forEach(number -> {
                numbers.subscribe(number, url, token);
                number.callbackState(state);
                webhooks.wake(number);
            });
            call.answer(success());
        });
    }

    private List<BusinessNumber> account(GraphCall call) {
        return call.account(numbers);
    }

    private static ObjectNode describe(NumberRegistration number) {
        ObjectNode answer = JSON.objectNode();
        answer.put("verified_name", number.verifiedName() == null ? "Simulated business" : number.verifiedName());
        answer.put("code_verification_status", "VERIFIED");
        answer.put("display_phone_number", "+" + number.displayPhoneNumber());
        answer.put("quality_rating", "GREEN").put("platform_type", "CLOUD_API").put("status", "CONNECTED");
        answer.put("name_status", "APPROVED").put("messaging_limit_tier", "TIER_1K");
        answer.putObject("throughput").put("level", "STANDARD");
        return answer.put("id", number.phoneNumberId());
    }

    private static ObjectNode selected(ObjectNode all, @Nullable String fields) {
        if (fields == null || fields.isBlank()) {
            return all;
        }
        ObjectNode some = JSON.objectNode();
        for (String field : fields.split(",", -1)) {
            String name = field.strip().replaceAll("\\{.*", "");
            if (all.has(name)) {
                some.set(name, all.get(name));
            }
        }
        return some.has("id") || !all.has("id") ? some : some.set("id", all.get("id"));
    }

    private static boolean matches(Template template, GraphCall call) {
        return isOrAbsent(call.query("name"), template.name())
                && isOrAbsent(call.query("language"), template.language())
                && isOrAbsent(call.query("status"), template.status());
    }

    private static boolean isOrAbsent(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equalsIgnoreCase(actual);
    }

    private static void paging(GraphCall call, ObjectNode paging, int from, int to, int limit, int size) {
        paging.putObject("cursors").put("before", cursor(from)).put("after", cursor(to));
        if (to < size) {
            StringBuilder next = new StringBuilder(call.baseUrl())
                    .append(call.http().request().path())
                    .append("?limit=")
                    .append(limit);
            for (String kept : List.of("fields", "name", "language", "status")) {
                String value = call.query(kept);
                if (value != null) {
                    next.append('&')
                            .append(kept)
                            .append('=')
                            .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8));
                }
            }
            paging.put("next", next.append("&after=").append(cursor(to)).toString());
        }
    }

    private static String cursor(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("at" + position).getBytes(StandardCharsets.US_ASCII));
    }

    private static int cursor(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Integer.parseInt(text.substring(Math.min(2, text.length())));
        } catch (IllegalArgumentException e) {
            throw GraphError.parameter("Invalid parameter: after");
        }
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw GraphError.parameter("Invalid parameter: limit");
        }
    }

    private static boolean failed(GraphCall call, BusinessNumber number) {
        Failure failure = number.strike(Failure.On.ACCOUNT, null);
        if (failure != null) {
            call.fail(failure);
        }
        return failure != null;
    }

    private static ObjectNode success() {
        return JSON.objectNode().put("success", true);
    }
}
