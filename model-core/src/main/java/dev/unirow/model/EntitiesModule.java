package dev.unirow.model;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import dev.unirow.model.spi.MappedClass;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads entities that carry no annotation of ours, and reads records that are requests. Not found by itself:
 * a mapper that finds its modules would read every entity of an application by other rules from the day that our jar is
 * there.
 */
final class EntitiesModule extends Module {
    @Override
    public String getModuleName() {
        return EntitiesModule.class.getName();
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addBeanSerializerModifier(new Writing());
        context.addBeanDeserializerModifier(new Reading());
        context.insertAnnotationIntrospector(new Requests());
    }

    /** A stand-in's class is one below its model's. */
    private static boolean isEntity(BeanDescription bean) {
        return MappedClass.model(bean.getBeanClass()) != null;
    }

    /**
     * Records that are asked for, and no others: those that have rules, and those by which a model is made or changed.
     * An introspector, since the annotation of {@link Changes} comes before what a modifier could change.
     */
    private static final class Requests extends NopAnnotationIntrospector {
        private static final ClassValue<Boolean> KNOWN = new ClassValue<>() {
            @Override
            protected Boolean computeValue(Class<?> type) {
                return isRequest(type);
            }
        };

        @Override
        public @Nullable Object findDeserializer(Annotated annotated) {
            return annotated instanceof AnnotatedClass && KNOWN.get(annotated.getRawType())
                    ? new ModelDeserializer()
                    : null;
        }

        private static boolean isRequest(Class<?> type) {
            return type.isRecord()
                    && type.getTypeParameters().length == 0
                    && !RecordReading.isReadByJackson(type)
                    && (Changes.class.isAssignableFrom(type)
                            || Validation.isConstrained(type)
                            || Shape.of(type).properties().stream().anyMatch(part -> part.normalizers() != null)
                            || makesAModel(type));
        }

        private static boolean makesAModel(Class<?> type) {
            return Arrays.stream(type.getMethods())
                    .anyMatch(method -> method.getName().equals("toModel")
                            && method.getParameterCount() == 0
                            && Shape.isEntity(method.getReturnType()));
        }
    }

    private static final class Writing extends BeanSerializerModifier {
        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
            return isEntity(bean) ? new ModelSerializer() : serializer;
        }
    }

    private static final class Reading extends BeanDeserializerModifier {
        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
            return isEntity(bean) ? new ModelDeserializer() : deserializer;
        }
    }
}
