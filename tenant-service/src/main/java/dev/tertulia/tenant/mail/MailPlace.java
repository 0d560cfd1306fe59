package dev.tertulia.tenant.mail;

import dev.tertulia.platform.crypto.FieldCipher;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a mail is kept.
 *
 * @param tenant null for mail to people who have no tenant yet
 */
record MailPlace(@Nullable UUID tenant, UUID id) {
    MailTable table() {
        return tenant == null ? MailTable.OF_STRANGERS : MailTable.OF_TENANTS;
    }

    /** What its content is sealed with. */
    String associatedData() {
        return tenant == null
                ? FieldCipher.place(table().tableName(), "content", id)
                : FieldCipher.place(tenant, table().tableName(), "content", id);
    }
}
