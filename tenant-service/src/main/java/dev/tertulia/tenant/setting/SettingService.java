package dev.tertulia.tenant.setting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tertulia.contracts.tenant.TenantSettings;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.FieldError;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.platform.web.RequestValues;
import dev.tertulia.tenant.setting.SettingRepository.Kept;
import dev.tertulia.tenant.tenant.Locality;
import dev.tertulia.tenant.tenant.TenantService;
import dev.tertulia.tenant.tenant.TenantView;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the unit of work's tenant has settled. Language and time zone are the tenant's own, and change there; all else is
 * kept by key. Changes of one tenant come one after the other, in the order in which others hear of them.
 */
@ApplicationScoped
public class SettingService {
    private static final String VALUE = "value";

    private final SettingRepository settings;
    private final TenantService tenants;
    private final SettingConfig config;
    private final RequestValues requests;
    private final ObjectMapper json;

    SettingService(
            SettingRepository settings,
            TenantService tenants,
            SettingConfig config,
            RequestValues requests,
            ObjectMapper json) {
        this.settings = settings;
        this.tenants = tenants;
        this.config = config;
        this.requests = requests;
        this.json = json;
    }

    /** In the order in which {@link SettingKey} has them. */
    @WithTransaction
    Uni<List<SettingView>> all() {
        return tenants.current()
                .flatMap(tenant -> settings.all()
                        .map(kept -> Arrays.stream(SettingKey.values())
                                .map(key -> key.ofTenant() ? view(key, tenant) : view(key, kept(kept, key)))
                                .toList()));
    }

    /** Fails with {@link SettingProblem#UNKNOWN}, which names those that might have been meant. */
    @WithTransaction
    Uni<SettingView> get(String name) {
        SettingKey key = known(name);
        return key.ofTenant()
                ? tenants.current().map(tenant -> view(key, tenant))
                : settings.all().map(kept -> view(key, kept(kept, key)));
    }

    /** Repeating it is a no-op. Fails as {@link #get}, and with a 422 that says what the value must be. */
    @WithTransaction
    Uni<SettingView> put(String name, @Nullable String ifMatch, SettingChange change) {
        SettingKey key = known(name);
        SettingValues.Holder value =
                requests.read(JsonNodeFactory.instance.objectNode().set(VALUE, change.value()), key.holder());
        List<FieldError> errors = value.errors(config);
        if (!errors.isEmpty()) {
            throw ProblemException.of(CommonProblem.VALIDATION_FAILED, null, errors);
        }
        return key.ofTenant() ? relocate(key, ifMatch, value) : settle(key, ifMatch, value);
    }

    /** Back to the default. Repeating it is a no-op. Fails as {@link #get}. */
    @WithTransaction
    Uni<SettingView> reset(String name, @Nullable String ifMatch) {
        SettingKey key = known(name);
        return key.ofTenant() ? relocate(key, ifMatch, key.defaultValue(config)) : settle(key, ifMatch, null);
    }

    /** In the transaction under way. */
    @WithTransaction
    public Uni<ConversationVisibility> conversationVisibility() {
        SettingKey key = SettingKey.CONVERSATIONS_VISIBILITY;
        return settings.value(key.wireName())
                .map(kept -> json.convertValue(value(key, kept), ConversationVisibility.class));
    }

    private Uni<SettingView> relocate(SettingKey key, @Nullable String ifMatch, SettingValues.Holder wanted) {
        return tenants.relocate(ifMatch, now -> switch (wanted) {
                    case SettingValues.Language language -> new Locality(language.value(), now.timezone());
                    case SettingValues.Zone zone -> new Locality(now.locale(), zone.value());
                    default -> throw new IllegalStateException(key + " does not stand in the tenant");
                })
                .map(tenant -> view(key, tenant));
    }

    private Uni<SettingView> settle(SettingKey key, @Nullable String ifMatch, SettingValues.@Nullable Holder wanted) {
        String written = wanted == null ? null : json(wanted).toString();
        return tenants.lock().chain(settings::all).flatMap(kept -> {
            Kept before = kept(kept, key);
            EntityTags.requireMatch(ifMatch, before.version());
            boolean same = written == null
                    ? before.json() == null
                    : before.json() != null && tree(written).equals(tree(before.json()));
            if (same) {
                return Uni.createFrom().item(view(key, before));
            }
            return settings.keep(key.wireName(), written).call(now -> tell(key)).map(now -> view(key, now));
        });
    }

    /** Only those keys are told of that others go by; who may see what stands in passports. */
    private Uni<Void> tell(SettingKey key) {
        String field = switch (key) {
            case CONVERSATIONS_REOPEN_WITHIN -> "conversationsReopenWithin";
            case RETENTION_PROVIDER_EVENTS -> "providerEventsKeptFor";
            case LOCALE, TIMEZONE, CONVERSATIONS_VISIBILITY, BUSINESS_HOURS, NOTIFICATIONS -> null;
        };
        return field == null
                ? Uni.createFrom().voidItem()
                : settings.all()
                        .flatMap(kept -> tenants.tellOfSettings(
                                List.of(field),
                                new TenantSettings(
                                        text(kept, SettingKey.CONVERSATIONS_REOPEN_WITHIN),
                                        text(kept, SettingKey.RETENTION_PROVIDER_EVENTS))));
    }

    private @Nullable String text(Map<String, Kept> kept, SettingKey key) {
        String written = kept(kept, key).json();
        return written == null ? null : value(key, written).textValue();
    }

    private static SettingKey known(String name) {
        return SettingKey.find(name).orElseThrow(() -> {
            List<String> near = SettingKey.near(name);
            return ProblemException.of(
                            SettingProblem.UNKNOWN,
                            near.isEmpty()
                                    ? "GET /api/v1/settings lists those that there are."
                                    : "Did you mean " + String.join(", ", near) + "?")
                    .with("near", near);
        });
    }

    private static Kept kept(Map<String, Kept> kept, SettingKey key) {
        return kept.getOrDefault(key.wireName(), Kept.NEVER);
    }

    private SettingView view(SettingKey key, TenantView tenant) {
        String value = key == SettingKey.LOCALE ? tenant.locale() : tenant.timezone();
        return view(key, JsonNodeFactory.instance.textNode(value), new Kept(null, tenant.version(), null));
    }

    private SettingView view(SettingKey key, Kept kept) {
        return view(key, value(key, kept.json()), kept);
    }

    private SettingView view(SettingKey key, JsonNode value, Kept kept) {
        JsonNode defaultValue = json(key.defaultValue(config));
        return new SettingView(
                key.wireName(),
                value,
                defaultValue,
                value.equals(defaultValue),
                key.type(),
                choices(key),
                key.description(),
                key.inEffect(),
                kept.changedAt(),
                kept.version());
    }

    private JsonNode value(SettingKey key, @Nullable String written) {
        return written == null ? json(key.defaultValue(config)) : tree(written);
    }

    private JsonNode tree(String written) {
        try {
            return json.readTree(written);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a choice, what there is to choose; else null. */
    private @Nullable List<String> choices(SettingKey key) {
        return key.type() == SettingType.CHOICE
                ? Arrays.stream(key.holder().getRecordComponents()[0].getType().getEnumConstants())
                        .map(choice -> json.<JsonNode>valueToTree(choice).textValue())
                        .toList()
                : null;
    }

    private JsonNode json(SettingValues.Holder holder) {
        return json.valueToTree(holder).get(VALUE);
    }
}
