package dev.tertulia.tenant.mail;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;

/** Whom a mail goes to and what it says: the part of it that is kept encrypted. */
record MailContent(String to, String locale, Map<String, String> values) {
    static MailContent of(NewMail mail) {
        return new MailContent(mail.to(), mail.locale(), mail.values());
    }

    static MailContent read(String json) {
        JsonObject content = new JsonObject(json);
        return new MailContent(
                content.getString("to"),
                content.getString("locale"),
                content.getJsonObject("values").stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, value -> (String) value.getValue())));
    }

    String write() {
        return new JsonObject()
                .put("to", to)
                .put("locale", locale)
                .put("values", new JsonObject(Map.copyOf(values)))
                .encode();
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "MailContent[]";
    }
}
