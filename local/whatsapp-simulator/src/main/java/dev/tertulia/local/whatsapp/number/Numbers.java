package dev.tertulia.local.whatsapp.number;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.local.whatsapp.SimulatorConfig;
import dev.tertulia.local.whatsapp.journal.Journal;
import dev.tertulia.local.whatsapp.journal.Journaled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** All registered numbers. */
@ApplicationScoped
public class Numbers implements Journaled {

    private static final int MOST = 10_000;
    private static final String ACCOUNT = "-account";

    /** A number as the journal has it. */
    record Saved(NumberRegistration registration, Behaviour behaviour) {}

    private final Map<String, BusinessNumber> byId = new ConcurrentSkipListMap<>();
    private final ObjectMapper json;
    private final Journal journal;
    private final SimulatorConfig config;

    Numbers(ObjectMapper json, Journal journal, SimulatorConfig config) {
        this.json = json;
        this.journal = journal;
        this.config = config;
    }

    /** Registers the numbers of the configuration. What the journal knew of their behaviour stays. */
    public void registerConfigured() {
        config.numbers().filter(text -> !text.isBlank()).ifPresent(this::registerAll);
    }

    /** Registers a number, or changes its registration; without a behaviour the one it had stays. */
    public BusinessNumber register(NumberRegistration registration, @Nullable Behaviour behaviour) {
        if (byId.size() >= MOST && !byId.containsKey(registration.phoneNumberId())) {
            throw new InvalidValue("there are " + MOST + " numbers already");
        }
        BusinessNumber number = byId.computeIfAbsent(
                registration.phoneNumberId(), id -> new BusinessNumber(registration, wellBehaved()));
        if (!registration.equals(number.registration())) {
            number.register(registration);
        }
        if (behaviour != null) {
            number.behave(behaviour);
        }
        save(number);
        return number;
    }

    /** Changes where a number's webhooks go. */
    public void subscribe(BusinessNumber number, @Nullable String callbackUrl, @Nullable String verifyToken) {
        number.register(number.registration().withCallback(callbackUrl, verifyToken));
        save(number);
    }

    /** Makes a number behave so from now on; counters of failures begin anew. */
    public void behave(BusinessNumber number, Behaviour behaviour) {
        number.behave(behaviour);
        save(number);
    }

    /** Reads a behaviour: what is absent behaves well. Fails with {@link InvalidValue} on what cannot be read. */
    public Behaviour readBehaviour(JsonNode value) {
        return read(value, Behaviour.class);
    }

    /** The behaviour with some of its switches changed. */
    public Behaviour changed(Behaviour behaviour, JsonNode changes) {
        ObjectNode merged = json.valueToTree(behaviour);
        if (!(changes instanceof ObjectNode object)) {
            throw new InvalidValue("a behaviour is a JSON object");
        }
        merged.setAll(object);
        return readBehaviour(merged);
    }

    public @Nullable BusinessNumber find(String phoneNumberId) {
        return byId.get(phoneNumberId);
    }

    /** The number of an id. Where any can be connected with the token, it is there from the first call on. */
    public @Nullable BusinessNumber find(String phoneNumberId, String token) {
        BusinessNumber known = find(phoneNumberId);
        if (known != null || phoneNumberId.endsWith(ACCOUNT)) {
            return known;
        }
        return config.anyNumber()
                .filter(any -> any.accessToken().equals(token))
                .map(any -> register(madeUp(phoneNumberId, any), null))
                .orElse(null);
    }

    /** The numbers of an account. That of a made-up number is called as the number and {@code -account}. */
    public List<BusinessNumber> ofAccount(String wabaId, String token) {
        List<BusinessNumber> known = ofAccount(wabaId);
        if (!known.isEmpty() || !wabaId.endsWith(ACCOUNT)) {
            return known;
        }
        BusinessNumber number = find(wabaId.substring(0, wabaId.length() - ACCOUNT.length()), token);
        return number == null ? List.of() : ofAccount(wabaId);
    }

    private static NumberRegistration madeUp(String phoneNumberId, SimulatorConfig.AnyNumber any) {
        // A number of the range that is kept for fiction, the same each time.
        String digits = "1555%07d".formatted(Math.floorMod(phoneNumberId.hashCode(), 10_000_000));
        return new NumberRegistration(
                phoneNumberId, digits, null, phoneNumberId + ACCOUNT, any.accessToken(), any.appSecret(), null, null);
    }

    /** The numbers of one WhatsApp Business Account. */
    public List<BusinessNumber> ofAccount(String wabaId) {
        return byId.values().stream()
                .filter(number -> number.registration().wabaId().equals(wabaId))
                .toList();
    }

    public Optional<BusinessNumber> withToken(String token) {
        return byId.values().stream().filter(number -> number.accepts(token)).findFirst();
    }

    public Collection<BusinessNumber> all() {
        return byId.values();
    }

    public boolean remove(String phoneNumberId) {
        journal.append("number-removed", phoneNumberId);
        return byId.remove(phoneNumberId) != null;
    }

    /** Sets the counters of all numbers to nought. */
    public void forgetCounts() {
        byId.values().forEach(BusinessNumber::forgetCounts);
    }

    @Override
    public Set<String> kinds() {
        return Set.of("number", "number-removed");
    }

    @Override
    public void restore(String kind, JsonNode value) {
        if (kind.equals("number-removed")) {
            byId.remove(value.asText());
            return;
        }
        Saved saved = read(value, Saved.class);
        register(saved.registration(), saved.behaviour());
    }

    @Override
    public void snapshot(BiConsumer<String, Object> entries) {
        byId.values().forEach(number -> entries.accept("number", saved(number)));
    }

    private void save(BusinessNumber number) {
        journal.append("number", saved(number));
    }

    private static Saved saved(BusinessNumber number) {
        return new Saved(number.registration(), number.behaviour());
    }

    private void registerAll(String text) {
        try {
            JsonNode all = json.readTree(text);
            if (!all.isArray()) {
                throw new InvalidValue("SIMULATOR_NUMBERS is a JSON array of registrations");
            }
            for (JsonNode each : all) {
                JsonNode behaviour = each.get("behaviour");
                register(
                        read(without(each, "behaviour"), NumberRegistration.class),
                        behaviour == null ? null : readBehaviour(behaviour));
            }
        } catch (JsonProcessingException e) {
            throw new InvalidValue("SIMULATOR_NUMBERS is not JSON: " + e.getOriginalMessage());
        }
    }

    /** Reads a registration. Fails with {@link InvalidValue} on what cannot be read. */
    public NumberRegistration readRegistration(JsonNode value) {
        return read(without(value, "behaviour"), NumberRegistration.class);
    }

    private Behaviour wellBehaved() {
        return readBehaviour(json.createObjectNode());
    }

    private static JsonNode without(JsonNode value, String field) {
        return value instanceof ObjectNode object ? object.deepCopy().without(field) : value;
    }

    private <T> T read(JsonNode value, Class<T> type) {
        try {
            return json.treeToValue(value, type);
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause();
            String reason = cause instanceof InvalidValue ? cause.getMessage() : e.getOriginalMessage();
            throw new InvalidValue(String.valueOf(reason));
        }
    }
}
