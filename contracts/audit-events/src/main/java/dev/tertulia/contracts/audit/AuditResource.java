package dev.tertulia.contracts.audit;

/**
 * What it was done to.
 *
 * @param type such as {@code member} or {@code conversation}
 */
public record AuditResource(String type, String id) {}
