package dev.unirow.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes models for any Jackson mapper as {@link Models#dumpJson(Object)} does: loaded parts only, never SQL. */
final class ModelSerializer extends StdSerializer<Model> {

    private static final long serialVersionUID = 1L;

    ModelSerializer() {
        super(Model.class);
    }

    @Override
    public void serialize(Model model, JsonGenerator out, SerializerProvider provider) throws IOException {
        Json.MAPPER.writeValue(out, Dumping.json(model, DumpOptions.options()));
    }

    @Override
    public void serializeWithType(Model model, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(model, out, provider);
    }
}
