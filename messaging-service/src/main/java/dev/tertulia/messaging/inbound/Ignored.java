package dev.tertulia.messaging.inbound;

/** A part of a webhook that has no effect, with the reason. The webhook itself is kept and can be replayed. */
public record Ignored(ProviderAccount account, String reason) implements InboundItem {}
