package dev.unirow.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.VisibilityChecker;
import dev.unirow.model.internal.JsonViews;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How models look in the JSON of one mapper: what its configuration and the annotations of the application say of
 * names, order, and what is left out. Kept by shape; safe for use by many threads.
 *
 * @param taught reads those of the application's own types that our mapper cannot; null if it is ours
 */
record JsonNames(
        SerializationConfig out,
        DeserializationConfig in,
        @Nullable ObjectMapper taught,
        Map<Shape, List<Written>> written,
        Map<Shape, Read> read) {
    JsonNames(SerializationConfig out, DeserializationConfig in, @Nullable ObjectMapper taught) {
        this(
                out.withAppendedAnnotationIntrospector(new Fields()),
                in.withAppendedAnnotationIntrospector(new Fields()),
                taught,
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    /** A property as it is written; hidden ones are written only when they are asked for by name. */
    record Written(
            Property property,
            String name,
            JsonInclude.Include include,
            boolean hidden,
            JsonViews views,
            @Nullable JacksonValue value) {
        /** As a map of Java values has it. */
        static Written plain(Property property) {
            return new Written(
                    property, property.name(), JsonInclude.Include.ALWAYS, property.secret(), JsonViews.ALL, null);
        }

        boolean isLeftOut(@Nullable Object value, Shape shape) {
            return switch (include) {
                case NON_NULL -> value == null;
                case NON_ABSENT -> value == null || value.equals(Optional.empty());
                case NON_EMPTY ->
                    value == null || Property.isEmpty(value) || value.equals("") || value.equals(Optional.empty());
                case NON_DEFAULT -> Objects.deepEquals(value, shape.fresh().valueOf(property));
                default -> false;
            };
        }
    }

    /** The properties by the keys under which they are read; null under a key that is to be passed over. */
    record Read(
            Map<String, @Nullable Property> byName,
            Map<Property, JacksonValue> values,
            Map<Property, JsonViews> views,
            boolean passesOverUnknown) {}

    List<Written> written(Shape shape) {
        List<Written> known = written.get(shape);
        if (known == null) {
            known = describeWritten(shape);
            written.put(shape, known);
        }
        return known;
    }

    Read read(Shape shape) {
        Read known = read.get(shape);
        if (known == null) {
            known = describeRead(shape);
            read.put(shape, known);
        }
        return known;
    }

    private List<Written> describeWritten(Shape shape) {
        JavaType type = out.constructType(shape.type());
        BeanDescription bean = out.introspect(type);
        RefusedAnnotations.refuse(shape, bean, out);
        Map<String, BeanPropertyDefinition> defined = byInternalName(bean);
        JsonIgnoreProperties.Value ignored = ignored(out, bean);
        JsonInclude.Value always = bean.findPropertyInclusion(out.getDefaultPropertyInclusion());
        List<Written> all = new ArrayList<>();
        for (Property property : shape.properties()) {
            BeanPropertyDefinition definition = defined.get(property.name());
            if (definition == null || definition.getAccessor() == null) {
                // what Jackson is kept from seeing; found under its own name where it is asked for
                all.add(new Written(
                        property, property.jsonName(), JsonInclude.Include.ALWAYS, true, JsonViews.ALL, null));
            } else {
                JsonInclude.Value include = always.withOverrides(definition.findInclusion());
                all.add(new Written(
                        property,
                        definition.getName(),
                        include.getValueInclusion(),
                        property.secret()
                                || isBackReference(definition, out)
                                || ignored.findIgnoredForSerialization().contains(definition.getName()),
                        JsonViews.of(definition, out),
                        JacksonValue.of(property, definition, Json.CONTENT)));
            }
        }
        return inOrder(all, out.getAnnotationIntrospector().findSerializationPropertyOrder(bean.getClassInfo()));
    }

    private static List<Written> inOrder(List<Written> all, String @Nullable [] first) {
        if (first == null) {
            return List.copyOf(all);
        }
        Stream<Written> named = Stream.of(first)
                .flatMap(name -> all.stream()
                        .filter(one ->
                                one.name().equals(name) || one.property().name().equals(name)));
        return Stream.concat(named, all.stream()).distinct().toList();
    }

    private Read describeRead(Shape shape) {
        JavaType type = in.constructType(shape.type());
        BeanDescription bean = in.introspect(type);
        RefusedAnnotations.refuse(shape, bean, in);
        Map<String, BeanPropertyDefinition> defined = byInternalName(bean);
        JsonIgnoreProperties.Value ignored = ignored(in, bean);
        Set<String> passedOver = new HashSet<>(ignored.findIgnoredForDeserialization());
        Map<String, @Nullable Property> byName = new LinkedHashMap<>();
        Map<Property, JacksonValue> values = new LinkedHashMap<>();
        Map<Property, JsonViews> views = new LinkedHashMap<>();
        for (Property property : shape.properties()) {
            BeanPropertyDefinition definition = defined.get(property.name());
            if (property.readOnlyInJson()) {
                passedOver.add(definition == null ? property.jsonName() : definition.getName());
            } else if (definition != null && !isBackReference(definition, in)) {
                views.put(property, JsonViews.of(definition, in));
                byName.put(definition.getName(), property);
                aliases(definition).forEach(alias -> byName.putIfAbsent(alias, property));
                JacksonValue value = JacksonValue.of(property, definition, Json.CONTENT);
                if (value != null) {
                    values.put(property, value);
                }
            }
        }
        passedOver.forEach(name -> byName.put(name, null));
        return new Read(byName, values, views, ignored.getIgnoreUnknown());
    }

    private static Map<String, BeanPropertyDefinition> byInternalName(BeanDescription bean) {
        return bean.findProperties().stream()
                .collect(Collectors.toMap(
                        BeanPropertyDefinition::getInternalName, definition -> definition, (one, other) -> one));
    }

    /** Jackson leaves the way back out of JSON, both ways. */
    private static boolean isBackReference(BeanPropertyDefinition definition, MapperConfig<?> config) {
        AnnotatedMember member = definition.getPrimaryMember();
        AnnotationIntrospector.ReferenceProperty reference =
                member == null ? null : config.getAnnotationIntrospector().findReferenceType(member);
        return reference != null && reference.isBackReference();
    }

    private static List<String> aliases(BeanPropertyDefinition definition) {
        return definition.findAliases().stream()
                .map(PropertyName::getSimpleName)
                .toList();
    }

    private static JsonIgnoreProperties.Value ignored(MapperConfig<?> config, BeanDescription bean) {
        return config.getDefaultPropertyIgnorals(bean.getBeanClass(), bean.getClassInfo());
    }

    /** Models keep their values in private fields, behind accessors of any style. */
    private static final class Fields extends NopAnnotationIntrospector {
        @Override
        public VisibilityChecker<?> findAutoDetectVisibility(AnnotatedClass type, VisibilityChecker<?> checker) {
            return checker.withFieldVisibility(Visibility.ANY);
        }
    }
}
