package dev.unirow.session.internal.type;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/**
 * JSON that is sent as it is written. The client for PostgreSQL writes what it is given by Jackson, and takes a text
 * for a JSON string; numbers are the one open class among those that it lets through.
 */
final class JsonText extends Number implements JsonSerializable {
    private final String json;

    JsonText(String json) {
        this.json = json;
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider serializers) throws IOException {
        generator.writeRawValue(json);
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider serializers, TypeSerializer types)
            throws IOException {
        serialize(generator, serializers);
    }

    @Override
    public int intValue() {
        throw notANumber();
    }

    @Override
    public long longValue() {
        throw notANumber();
    }

    @Override
    public float floatValue() {
        throw notANumber();
    }

    @Override
    public double doubleValue() {
        throw notANumber();
    }

    /** Thrown where something other than Jackson's databind writes the JSON of Vert.x. */
    private static UnsupportedOperationException notANumber() {
        return new UnsupportedOperationException(
                "JSON cannot be sent: Vert.x writes it without Jackson's databind. Add "
                        + "com.fasterxml.jackson.core:jackson-databind to the class path, or remove the other JSON factory of Vert.x.");
    }

    @Override
    public String toString() {
        return json;
    }
}
