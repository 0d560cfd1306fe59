package dev.tertulia.tenant.tenant;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a status as its wire name. */
@Converter(autoApply = true)
class TenantStatusColumn implements AttributeConverter<TenantStatus, String> {
    @Override
    public String convertToDatabaseColumn(TenantStatus status) {
        return status.wireName();
    }

    @Override
    public TenantStatus convertToEntityAttribute(String column) {
        return TenantStatus.of(column);
    }
}
