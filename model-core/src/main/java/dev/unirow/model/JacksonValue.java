package dev.unirow.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.unirow.model.internal.Misfit;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A property whose value Jackson itself is to write and read, since the application says so on it or on its type: a
 * format, a serializer, a value of another class.
 */
final class JacksonValue {
    private static final List<Class<? extends Annotation>> ON_PROPERTY =
            List.of(JsonFormat.class, JsonSerialize.class, JsonDeserialize.class, JsonRawValue.class);

    private final ObjectMapper mapper;
    private final JavaType type;
    private final @Nullable AnnotatedMember getter;
    private final @Nullable AnnotatedMember setter;
    private final BeanPropertyDefinition definition;

    private JacksonValue(ObjectMapper mapper, JavaType type, BeanPropertyDefinition definition) {
        this.mapper = mapper;
        this.type = type;
        this.getter = Optional.ofNullable(definition.getAccessor()).orElse(definition.getField());
        this.setter = Optional.ofNullable(definition.getMutator()).orElse(getter);
        this.definition = definition;
    }

    /** Null if nothing is said of the value. */
    static @Nullable JacksonValue of(Property property, BeanPropertyDefinition definition, ObjectMapper mapper) {
        boolean plain = property.kind() == Property.Kind.BASIC;
        boolean said = Stream.of(definition.getField(), definition.getGetter(), definition.getSetter())
                .filter(Objects::nonNull)
                .anyMatch(member -> ON_PROPERTY.stream().anyMatch(member::hasAnnotation));
        return plain && (said || isSaidOf(property.type().getRawClass()))
                ? new JacksonValue(mapper, property.type(), definition)
                : null;
    }

    private static boolean isSaidOf(Class<?> type) {
        return !type.isPrimitive()
                && !type.getName().startsWith("java.")
                && (hasAny(type)
                        || Arrays.stream(type.getDeclaredMethods())
                                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class))
                        || Arrays.stream(type.getDeclaredFields()).anyMatch(JacksonValue::isSaidOf));
    }

    /** A field that is the value, or a constant of an enum with a name of its own. */
    private static boolean isSaidOf(Field field) {
        return field.isAnnotationPresent(JsonValue.class)
                || (field.isEnumConstant()
                        && (field.isAnnotationPresent(JsonProperty.class)
                                || field.isAnnotationPresent(JsonAlias.class)));
    }

    private static boolean hasAny(AnnotatedElement element) {
        return ON_PROPERTY.stream().anyMatch(element::isAnnotationPresent);
    }

    JsonNode write(Object value) {
        SerializerProvider provider = mapper.getSerializerProviderInstance();
        try (TokenBuffer buffer = new TokenBuffer(mapper, false)) {
            BeanProperty property = property(getter);
            Object own =
                    getter == null ? null : provider.getAnnotationIntrospector().findSerializer(getter);
            JsonSerializer<Object> serializer = own == null
                    ? provider.findPrimaryPropertySerializer(value.getClass(), property)
                    : contextual(provider, property, provider.serializerInstance(getter, own));
            serializer.serialize(value, buffer, provider);
            return Json.MAPPER.readTree(buffer.asParser());
        } catch (IOException e) {
            throw new IllegalArgumentException("'" + definition.getName() + "' cannot be written as JSON.", e);
        }
    }

    @SuppressWarnings("unchecked") // the annotation vouches for the serializer
    private static JsonSerializer<Object> contextual(
            SerializerProvider provider, BeanProperty property, JsonSerializer<?> own) throws IOException {
        return (JsonSerializer<Object>) provider.handlePrimaryContextualization(own, property);
    }

    /** @throws Misfit if Jackson does not read the value */
    @Nullable Object read(JsonNode given) throws Misfit {
        DefaultDeserializationContext blueprint = (DefaultDeserializationContext) mapper.getDeserializationContext();
        try (JsonParser parser = mapper.treeAsTokens(given)) {
            DeserializationContext context =
                    blueprint.createInstance(mapper.getDeserializationConfig(), parser, mapper.getInjectableValues());
            parser.nextToken();
            return deserializer(context).deserialize(parser, context);
        } catch (IOException | RuntimeException e) {
            // the parser's words would quote the value
            throw new Misfit("does not fit the format of '" + definition.getName() + "'");
        }
    }

    private JsonDeserializer<?> deserializer(DeserializationContext context) throws IOException {
        BeanProperty property = property(setter);
        Object own = setter == null ? null : context.getAnnotationIntrospector().findDeserializer(setter);
        return own == null
                ? context.findContextualValueDeserializer(type, property)
                : context.handlePrimaryContextualization(context.deserializerInstance(setter, own), property, type);
    }

    private BeanProperty property(@Nullable AnnotatedMember member) {
        return new BeanProperty.Std(
                definition.getFullName(), type, definition.getWrapperName(), member, definition.getMetadata());
    }
}
