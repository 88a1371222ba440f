package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.Models;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void saysTypesConstraintsAndReferences() throws Exception {
        assertThat(mapper.readTree(Models.jsonSchema(Track.class).toString())).isEqualTo(mapper.readTree("""
                        {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Track", "type": "object",
                         "properties": {
                           "id": {"type": ["integer", "null"], "readOnly": true},
                           "title": {"type": "string", "minLength": 1},
                           "position": {"type": ["integer", "null"], "minimum": 0},
                           "secret": {"type": ["string", "null"], "writeOnly": true},
                           "plays": {"type": "integer"},
                           "available": {"type": "boolean"},
                           "album": {"$ref": "#/$defs/Album"}},
                         "required": ["title", "album"],
                         "additionalProperties": false,
                         "$defs": {
                           "Album": {"type": "object", "properties": {
                              "id": {"type": ["integer", "null"], "readOnly": true},
                              "name": {"type": "string", "minLength": 1, "maxLength": 50},
                              "tracks": {"type": ["array", "null"], "items": {"$ref": "#/$defs/Track"}}},
                             "additionalProperties": false},
                           "Track": {"type": "object", "properties": {
                              "id": {"type": ["integer", "null"], "readOnly": true},
                              "title": {"type": "string", "minLength": 1},
                              "position": {"type": ["integer", "null"], "minimum": 0},
                              "secret": {"type": ["string", "null"], "writeOnly": true},
                              "plays": {"type": "integer"},
                              "available": {"type": "boolean"},
                              "album": {"$ref": "#/$defs/Album"}},
                             "additionalProperties": false}}}
                        """));
    }

    @Test
    void saysEveryType() {
        JsonNode properties = Models.jsonSchema(Everything.class).get("properties");
        assertThat(text(properties, "date")).isEqualTo("{'type':['string','null'],'format':'date'}");
        assertThat(text(properties, "instant")).isEqualTo("{'type':['string','null'],'format':'date-time'}");
        assertThat(text(properties, "uuid")).isEqualTo("{'type':['string','null'],'format':'uuid'}");
        assertThat(text(properties, "price")).isEqualTo("{'type':['number','null']}");
        assertThat(text(properties, "colour")).isEqualTo("{'type':['string','null'],'enum':['RED','GREEN',null]}");
        assertThat(text(properties, "bytes")).isEqualTo("{'type':['string','null'],'contentEncoding':'base64'}");
        assertThat(text(properties, "json")).isEqualTo("{'type':['object','null']}");
        assertThat(text(properties, "tree")).isEqualTo("{}");
        assertThat(text(properties, "numbers")).isEqualTo("{'type':['array','null'],'items':{'type':'integer'}}");
        assertThat(text(properties, "tags"))
                .isEqualTo("{'type':['array','null'],'items':{'type':'string'},'uniqueItems':true}");
        assertThat(text(properties, "address"))
                .isEqualTo("{'type':['object','null'],'properties':{'street':{'type':'string','minLength':1},"
                        + "'number':{'type':['integer','null']}},'required':['street'],'additionalProperties':false}");
        assertThat(text(properties, "version")).isEqualTo("{'type':['integer','null'],'readOnly':true}");
    }

    @Test
    void saysTheStandardConstraints() {
        JsonNode properties = Models.jsonSchema(Offer.class).get("properties");
        assertThat(text(properties, "price")).isEqualTo("{'type':['number','null'],'exclusiveMinimum':0.5}");
        assertThat(text(properties, "mail")).isEqualTo("{'type':'string','format':'email'}");
        assertThat(text(properties, "code")).isEqualTo("{'type':['string','null'],'pattern':'^(?:[A-Z]|x)$'}");
        assertThat(properties.get("names").get("minItems").intValue()).isEqualTo(1);
        assertThat(properties.get("names").get("maxItems").intValue()).isEqualTo(3);
    }

    private static String text(JsonNode properties, String name) {
        return properties.get(name).toString().replace('"', '\'');
    }

    @Entity
    static class Offer {
        @Id
        Long id;

        @DecimalMin(value = "0.5", inclusive = false) BigDecimal price;

        @Email @Column(nullable = false)
        String mail;

        @Pattern(regexp = "[A-Z]|x") String code;

        @NotEmpty @Size(max = 3) List<String> names;
    }
}
