package dev.unirow.model;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import jakarta.persistence.Entity;

/**
 * Writes and reads entities that carry no annotation of ours. Not found by itself: a mapper that finds its modules
 * would read every entity of an application by other rules from the day that our jar is there.
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
    }

    /** A stand-in's class is one below its model's. */
    private static boolean isEntity(BeanDescription bean) {
        Class<?> type = bean.getBeanClass();
        while (type != null && !type.isAnnotationPresent(Entity.class)) {
            type = type.getSuperclass();
        }
        return type != null;
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
