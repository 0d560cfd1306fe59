package dev.tertulia.platform.holdings;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of which a tenant's rows are given out.
 *
 * @param columns that the service may read
 * @param texts those of them that are text, and may hold what was encrypted
 * @param keys the primary key's columns beside the tenant, with their types; empty where a tenant has one row
 */
record HeldTable(String name, List<String> columns, Set<String> texts, List<Key> keys, Set<String> redacted) {
    private static final Pattern SECRET = Pattern.compile(
            "(^|_)(secrets?|passwords?|hash|hashes|tokens?|nonces?|private_key|credentials?|otp|encrypted|ciphertext)($|_)");

    /** As {@code FieldCipher} writes it: of use only to who has our master key, if at all. */
    private static final String ENCRYPTED = "^k[0-9]+[.][A-Za-z0-9+/_=-]{20}";

    /** A column of the key. */
    record Key(String name, String type) {}

    /** @param plain columns, as {@code table.column}, that only look like secrets */
    static HeldTable of(String name, List<String> columns, Set<String> texts, List<Key> keys, Set<String> plain) {
        Set<String> redacted = columns.stream()
                .filter(column -> SECRET.matcher(column).find() && !plain.contains(name + "." + column))
                .collect(Collectors.toUnmodifiableSet());
        return new HeldTable(name, List.copyOf(columns), Set.copyOf(texts), List.copyOf(keys), redacted);
    }

    /**
     * One page of rows as JSON, each with its key as text: rows until they are more than so many bytes, as they lie in the
     * database, but one at least. Its parameters are the key after which it begins, but for the first page.
     */
    String page(boolean first, int rows, long bytes) {
        String sizes = columns.stream()
                .map(column -> "coalesce(pg_column_size(" + quoted(column) + "), 0)")
                .collect(Collectors.joining(" + "));
        String order = keys.isEmpty() ? "" : " order by " + keyNames("");
        return "select (select to_jsonb(r) from (select " + shown() + ") r)::text" + keyTexts()
                + " from (select t.*, sum(\"#size\") over (" + order.strip()
                + " rows unbounded preceding) - \"#size\" as \"#before\" from (select " + names()
                + ", " + sizes + " as \"#size\" from " + quoted(name)
                + " where tenant_id = current_setting('app.tenant_id')::uuid" + (first ? "" : afterKey())
                + order + " limit " + rows + ") t) p where \"#before\" < " + bytes
                + (keys.isEmpty() ? "" : " order by " + keyNames("p."));
    }

    private String shown() {
        return columns.stream().map(this::shown).collect(Collectors.joining(", "));
    }

    private String shown(String column) {
        String value = "p." + quoted(column);
        if (redacted.contains(column)) {
            return "case when %s is not null then '[redacted]' end as %s".formatted(value, quoted(column));
        }
        return texts.contains(column)
                ? "case when left(%1$s, 40) ~ '%2$s' then '[redacted]' else %1$s end as %3$s"
                        .formatted(value, ENCRYPTED, quoted(column))
                : value;
    }

    private String names() {
        return columns.stream().map(HeldTable::quoted).collect(Collectors.joining(", "));
    }

    private String keyNames(String prefix) {
        return keys.stream().map(key -> prefix + quoted(key.name())).collect(Collectors.joining(", "));
    }

    private String keyTexts() {
        return keys.stream().map(key -> ", p." + quoted(key.name()) + "::text").collect(Collectors.joining());
    }

    private String afterKey() {
        String values = IntStream.range(0, keys.size())
                .mapToObj(i -> "$" + (i + 1) + "::text::" + keys.get(i).type())
                .collect(Collectors.joining(", "));
        return " and (" + keyNames("") + ") > (" + values + ")";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
