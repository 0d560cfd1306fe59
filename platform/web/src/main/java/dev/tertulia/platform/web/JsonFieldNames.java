package dev.tertulia.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;
import org.hibernate.validator.spi.nodenameprovider.PropertyNodeNameProvider;

/** Has bean validation call fields as JSON calls them. */
@Singleton
public class JsonFieldNames implements PropertyNodeNameProvider {
    private final ObjectMapper json;
    private final Map<Class<?>, Map<String, String>> namesByType = new ConcurrentHashMap<>();

    JsonFieldNames(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String getName(Property property) {
        if (property instanceof JavaBeanProperty bean) {
            return namesByType
                    .computeIfAbsent(bean.getDeclaringClass(), this::names)
                    .getOrDefault(property.getName(), property.getName());
        }
        return property.getName();
    }

    private Map<String, String> names(Class<?> type) {
        var config = json.getDeserializationConfig();
        return config.introspect(config.constructType(type)).findProperties().stream()
                .collect(Collectors.toMap(
                        BeanPropertyDefinition::getInternalName,
                        BeanPropertyDefinition::getName,
                        (first, second) -> first));
    }
}
