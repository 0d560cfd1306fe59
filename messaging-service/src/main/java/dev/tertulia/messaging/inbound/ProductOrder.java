package dev.tertulia.messaging.inbound;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A basket from the catalogue, with the customer's remark as its text. */
public record ProductOrder(
        @Nullable String catalogId, @Nullable String text, List<Item> items) {

    /** @param itemPrice of one, in the currency's main unit */
    public record Item(
            @Nullable String productRetailerId,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal itemPrice,
            @Nullable String currency) {}
}
