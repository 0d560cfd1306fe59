package dev.tertulia.tenant.invitation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a status as its wire name. */
@Converter(autoApply = true)
class InvitationStatusColumn implements AttributeConverter<InvitationStatus, String> {
    @Override
    public String convertToDatabaseColumn(InvitationStatus status) {
        return status.wireName();
    }

    @Override
    public InvitationStatus convertToEntityAttribute(String column) {
        return InvitationStatus.of(column);
    }
}
