package dev.tertulia.messaging.channel;

import dev.tertulia.contracts.messaging.ChannelChanged;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.contracts.tenant.Metrics;
import dev.tertulia.messaging.channel.whatsapp.GraphClient;
import dev.tertulia.platform.allowance.Allowance;
import dev.tertulia.platform.allowance.Metric;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.Constraints;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.FieldError;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Connects accounts, changes them, and asks their provider whether they work. */
@ApplicationScoped
class ChannelService {
    private static final String ACCOUNT_INDEX = "channel_account";
    private static final Metric CHANNELS = Metric.level(Metrics.CHANNELS);

    private final ChannelRepository channels;
    private final ChannelDirectory directory;
    private final FieldCipher cipher;
    private final GraphClient graph;
    private final Outbox outbox;
    private final Allowance allowance;
    private final Clock clock;
    private final String publicUrl;

    ChannelService(
            ChannelRepository channels,
            ChannelDirectory directory,
            FieldCipher cipher,
            GraphClient graph,
            Outbox outbox,
            Allowance allowance,
            Clock clock,
            @ConfigProperty(name = "tertulia.public-url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.channels = channels;
        this.directory = directory;
        this.cipher = cipher;
        this.graph = graph;
        this.outbox = outbox;
        this.allowance = allowance;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** Fails with {@link ChannelProblem#ACCOUNT_TAKEN}, or where the plan allows no more channels. */
    Uni<Channel> connect(CreateChannelRequest request) {
        requireAll(request.secrets());
        return Panache.withTransaction(() -> {
                    Channel channel = new Channel();
                    channel.type = request.type();
                    channel.name = request.name().strip();
                    channel.accountId = request.settings().phoneNumberId();
                    channel.settings = request.settings().toMap();
                    return channels.persist(channel).flatMap(saved -> {
                        saved.keepSecrets(
                                CurrentTenant.required(), request.secrets().toMap(), cipher);
                        return channels.flush()
                                .chain(() -> allowance.reserve(CHANNELS, 1))
                                .replaceWith(saved);
                    });
                })
                .onFailure(failure -> Constraints.broke(ACCOUNT_INDEX, failure))
                .transform(taken -> ProblemException.of(ChannelProblem.ACCOUNT_TAKEN));
    }

    private static void requireAll(WhatsAppSecrets secrets) {
        List<FieldError> missing = new ArrayList<>();
        for (String name :
                List.of(ConnectedChannel.ACCESS_TOKEN, ConnectedChannel.APP_SECRET, ConnectedChannel.VERIFY_TOKEN)) {
            if (!secrets.toMap().containsKey(name)) {
                missing.add(new FieldError("secrets." + name, "is needed to connect a WhatsApp number"));
            }
        }
        if (!missing.isEmpty()) {
            throw ProblemException.of(CommonProblem.VALIDATION_FAILED, null, missing);
        }
    }

    Uni<List<Channel>> page(PageRequest request) {
        return Panache.withTransaction(() -> channels.page(request));
    }

    /** Fails with {@link ChannelProblem#NOT_FOUND}. */
    Uni<Channel> get(UUID id) {
        return Panache.withTransaction(() -> channels.present(id).map(ChannelService::found));
    }

    /** A new secret or account has to prove itself: the channel is connecting until it is checked. */
    Uni<Channel> change(UUID id, MergePatch<EditableChannel> patch, @Nullable String ifMatch) {
        return Panache.withTransaction(() -> channels.presentForChange(id)
                        .map(ChannelService::found)
                        .flatMap(channel -> {
                            EntityTags.requireMatch(ifMatch, channel.version);
                            apply(channel, patch.apply(editable(channel)));
                            return channels.flush().replaceWith(channel);
                        }))
                .invoke(changed -> directory.forget(id))
                .onFailure(failure -> Constraints.broke(ACCOUNT_INDEX, failure))
                .transform(taken -> ProblemException.of(ChannelProblem.ACCOUNT_TAKEN));
    }

    private static EditableChannel editable(Channel channel) {
        return new EditableChannel(
                channel.name, WhatsAppSettings.of(channel.settings), null, channel.status.equals(Channel.DISABLED));
    }

    private void apply(Channel channel, EditableChannel wanted) {
        boolean wasDisabled = channel.status.equals(Channel.DISABLED);
        Map<String, String> settings = wanted.settings().toMap();
        boolean proved = wanted.secrets() == null && settings.equals(channel.settings);
        channel.name = wanted.name().strip();
        channel.accountId = wanted.settings().phoneNumberId();
        if (!settings.equals(channel.settings)) {
            channel.settings = new HashMap<>(settings);
        }
        if (wanted.secrets() != null) {
            channel.keepSecrets(CurrentTenant.required(), wanted.secrets().toMap(), cipher);
        }
        if (wanted.disabled()) {
            channel.status = Channel.DISABLED;
        } else if (wasDisabled || !proved) {
            channel.status = Channel.CONNECTING;
            channel.heldAt = null;
            channel.heldReason = null;
            channel.forgetWebhook();
        }
    }

    /** Its conversations stay and can be read; its webhooks are 404 from now on. Repeating it fails with not found. */
    Uni<Void> remove(UUID id) {
        return Panache.withTransaction(() -> channels.presentForChange(id)
                        .map(ChannelService::found)
                        .invoke(channel -> channel.deletedAt = clock.instant())
                        .call(channels::flush)
                        .call(() -> allowance.release(CHANNELS, 1)))
                .invoke(removed -> directory.forget(id))
                .replaceWithVoid();
    }

    /**
     * Asks the provider whether the account and the token work, tells it where our webhook is, and keeps what it says. That
     * it cannot be told is no failure of the channel: it can be told by hand.
     */
    Uni<Channel> check(UUID id) {
        // The provider is asked outside of any transaction, since it may take its time.
        return get(id).flatMap(known -> directory
                        .find(id)
                        .map(found -> found.orElseThrow(() -> ProblemException.of(ChannelProblem.NOT_FOUND)))
                        .flatMap(connected -> ask(connected, ChannelResponse.webhookUrl(known, publicUrl))))
                .flatMap(told -> Panache.withTransaction(() -> channels.presentForChange(id)
                        .map(ChannelService::found)
                        .flatMap(channel -> record(channel, told))))
                .invoke(checked -> directory.forget(id));
    }

    /**
     * What the provider told.
     *
     * @param refusal of the account; empty where it works
     * @param webhookRefusal of our address; empty where it was taken
     */
    private record Told(Optional<String> refusal, Optional<String> webhookRefusal) {}

    private Uni<Told> ask(ConnectedChannel channel, String webhookUrl) {
        return graph.check(channel)
                .flatMap(refusal -> refusal.isPresent() || channel.status().equals(Channel.DISABLED)
                        ? Uni.createFrom().item(new Told(refusal, Optional.empty()))
                        : graph.registerWebhook(channel, webhookUrl).map(webhook -> new Told(refusal, webhook)));
    }

    private Uni<Channel> record(Channel channel, Told told) {
        if (channel.status.equals(Channel.DISABLED)) {
            return Uni.createFrom().item(channel);
        }
        Optional<String> refusal = told.refusal();
        if (refusal.isEmpty()) {
            channel.webhook(told.webhookRefusal().orElse(null), clock.instant());
        }
        String before = channel.status;
        refusal.ifPresentOrElse(
                reason -> channel.failed(reason, clock.instant()), () -> channel.connected(clock.instant()));
        if (channel.status.equals(before)) {
            return channels.flush().replaceWith(channel);
        }
        String topic = refusal.isPresent() ? MessagingTopics.CHANNEL_FAILED : MessagingTopics.CHANNEL_CONNECTED;
        ChannelChanged changed =
                new ChannelChanged(channel.id, channel.type, channel.name, channel.status, refusal.orElse(null));
        return channels.flush()
                .chain(() -> outbox.append(OutboxEvent.of(topic, channel.id, channel.version, changed)))
                .replaceWith(channel);
    }

    private static Channel found(Optional<Channel> channel) {
        return channel.orElseThrow(() -> ProblemException.of(ChannelProblem.NOT_FOUND));
    }
}
