package dev.tertulia.local.whatsapp.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.BiConsumer;

/** Something that is rebuilt from the journal at start. Restoring the same entry twice must leave it as once. */
public interface Journaled {

    /** The kinds of entry it writes. */
    Set<String> kinds();

    /** Applies one entry of a kind of its own; may fail on one it cannot read, which is then left out. */
    void restore(String kind, JsonNode value);

    /** Names all entries that are needed to rebuild it. */
    void snapshot(BiConsumer<String, Object> entries);
}
