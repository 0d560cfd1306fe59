package dev.tertulia.contact.directory;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Who gave a contact its name, which decides whether a provider may still change it. */
public enum NameSource {
    /** It has none. */
    NONE,
    /** The provider's profile; it follows the profile. */
    PROVIDER,
    /** One of us wrote it; it stays until one of us changes it. */
    PERSON;

    public boolean yieldsToProvider() {
        return this != PERSON;
    }

    /** As it stands in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static NameSource of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** For the entity. */
    @Converter
    static class InDatabase implements AttributeConverter<NameSource, String> {
        @Override
        public String convertToDatabaseColumn(NameSource source) {
            return source.wireName();
        }

        @Override
        public NameSource convertToEntityAttribute(String wireName) {
            return of(wireName);
        }
    }
}
