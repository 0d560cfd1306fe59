package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a role as its wire name. */
@Converter(autoApply = true)
class RoleColumn implements AttributeConverter<Role, String> {
    @Override
    public String convertToDatabaseColumn(Role role) {
        return role.wireName();
    }

    @Override
    public Role convertToEntityAttribute(String column) {
        return Role.of(column);
    }
}
