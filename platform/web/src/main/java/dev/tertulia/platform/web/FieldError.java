package dev.tertulia.platform.web;

/**
 * One thing wrong with one field.
 *
 * @param field its path in the request's JSON, such as {@code message.text} or {@code items[2].id}
 * @param message what would be right; never the value that came
 */
public record FieldError(String field, String message) {}
