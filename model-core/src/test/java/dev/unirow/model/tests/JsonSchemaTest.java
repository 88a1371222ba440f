package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import dev.unirow.model.OnUpdate;
import dev.unirow.model.Private;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {
    private final ObjectMapper mapper = new ObjectMapper();

    private static final String VISIBLE = "\"pattern\": \"[^\\\\u0000-\\\\u0020]\"";
    private static final String LONG =
            "\"format\": \"int64\", \"minimum\": -9223372036854775808, \"maximum\": 9223372036854775807";
    private static final String INT = "\"format\": \"int32\", \"minimum\": -2147483648, \"maximum\": 2147483647";
    private static final String TRACK = """
            "type": "object", "properties": {
               "id": {"type": ["integer", "null"], LONG, "readOnly": true},
               "title": {"type": "string", "minLength": 1, VISIBLE},
               "position": {"type": ["integer", "null"], "format": "int32", "minimum": 0, "maximum": 2147483647},
               "secret": {"type": ["string", "null"], "writeOnly": true},
               "plays": {"type": "integer", INT},
               "available": {"type": "boolean"},
               "album": {"anyOf": [{"$ref": "BELOW/Album"}, KEY]}},
             "required": ["title"],
             "additionalProperties": false""";
    private static final String ALBUM = """
            {"type": "object", "properties": {
                "id": {"type": ["integer", "null"], LONG, "readOnly": true},
                "name": {"type": "string", "minLength": 1, "maxLength": 50, VISIBLE},
                "tracks": {"type": ["array", "null"], "items": {"anyOf": [{"$ref": "ROOT"}, KEY]}}},
             "required": ["name"],
             "additionalProperties": false}""";
    private static final String KEY = """
            {"type": "object", "properties": {"id": {"type": "integer", LONG}}, "required": ["id"],
             "additionalProperties": false}, {"type": "integer", LONG}""";

    private JsonNode expected(String json, String below, String root) throws Exception {
        return mapper.readTree(json.replace("KEY", KEY)
                .replace("VISIBLE", VISIBLE)
                .replace("LONG", LONG)
                .replace("INT", INT)
                .replace("BELOW", below)
                .replace("ROOT", root));
    }

    @Entity
    static class Trip extends Model {
        @Id
        private Long id;

        private URL page;
        private URI link;
        private InetAddress host;
        private Locale language;
        private Currency currency;
        private TimeZone clock;
        private ZoneId zone;
        private ZoneOffset offset;
        private Year year;
        private YearMonth month;
        private OffsetTime start;
        private Period stay;
        private char[] letters;
        private Part part;

        record Part(Year year, URL page) {}
    }

    @Test
    void whatIsTextInJsonIsTextInTheSchema() throws Exception {
        JsonNode schema = mapper.readTree(Models.jsonSchema(Trip.class).toString());
        String json = """
                {"page": "https://a.org", "link": "../b", "host": "10.0.0.1", "language": "de-DE", "currency": "EUR",
                 "clock": "Europe/Berlin", "zone": "Europe/Berlin", "offset": "+02:00", "year": "2024",
                 "month": "2024-05", "start": "10:00+02:00", "stay": "P1D", "letters": "abc"}""";
        JsonNode given = mapper.readTree(json);
        JsonNode back = mapper.readTree(Models.dumpJson(Models.from(Trip.class, json)));

        given.fieldNames().forEachRemaining(name -> {
            assertThat(schema.at("/properties/" + name + "/type/0").textValue())
                    .as(name)
                    .isEqualTo("string");
            assertThat(back.get(name).isTextual()).as(name).isTrue();
        });
        assertThat(schema.at("/properties/part/anyOf/0/properties/year/type").textValue())
                .isEqualTo("string");
        assertThat(schema.at("/properties/part/anyOf/0/properties/page/format").textValue())
                .isEqualTo("uri");
    }

    @Test
    void saysTypesConstraintsAndReferences() throws Exception {
        assertThat(mapper.readTree(Models.jsonSchema(Track.class).toString()))
                .isEqualTo(expected(
                        "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"title\": \"Track\", " + TRACK
                                + ", \"$defs\": {\"Album\": " + ALBUM + "}}",
                        "#/$defs",
                        "#"));
    }

    @Test
    void componentsOfOpenApiReferToEachOther() throws Exception {
        assertThat(mapper.readTree(
                        Models.openApiComponents(Track.class, Album.class).toString()))
                .isEqualTo(expected(
                        "{\"components\": {\"schemas\": {\"Album\": " + ALBUM + ", \"Track\": {" + TRACK + "}}}}",
                        "#/components/schemas",
                        "#/components/schemas/Track"));
    }

    @Test
    void saysEveryType() {
        JsonNode properties = Models.jsonSchema(Everything.class).get("properties");
        assertThat(text(properties, "date")).isEqualTo("{'type':['string','null'],'format':'date'}");
        assertThat(text(properties, "instant")).isEqualTo("{'type':['string','null'],'format':'date-time'}");
        assertThat(text(properties, "dateTime")).isEqualTo("{'type':['string','null'],'format':'date-time-local'}");
        assertThat(text(properties, "uuid")).isEqualTo("{'type':['string','null'],'format':'uuid'}");
        assertThat(text(properties, "price")).isEqualTo("{'type':['number','null']}");
        assertThat(text(properties, "colour")).isEqualTo("{'type':['string','null'],'enum':['RED','GREEN',null]}");
        assertThat(text(properties, "bytes")).isEqualTo("{'type':['string','null'],'contentEncoding':'base64'}");
        assertThat(text(properties, "json")).isEqualTo("{'type':['object','null']}");
        assertThat(text(properties, "tree")).isEqualTo("{}");
        String integer = "'type':['integer','null'],'format':'int32','minimum':-2147483648,'maximum':2147483647";
        assertThat(text(properties, "numbers")).isEqualTo("{'type':['array','null'],'items':{" + integer + "}}");
        assertThat(text(properties, "tags"))
                .isEqualTo("{'type':['array','null'],'items':{'type':'string'},'uniqueItems':true}");
        assertThat(text(properties, "address"))
                .isEqualTo("{'type':['object','null'],'properties':{'street':{'type':'string','minLength':1,"
                        + "'pattern':'[^\\\\u0000-\\\\u0020]'},'number':{" + integer
                        + "}},'required':['street'],'additionalProperties':false}");
        assertThat(text(properties, "version")).isEqualTo("{" + integer + ",'readOnly':true}");
    }

    @Test
    void saysTheStandardConstraints() {
        JsonNode properties = Models.jsonSchema(Offer.class).get("properties");
        assertThat(text(properties, "price")).isEqualTo("{'type':['number','null'],'exclusiveMinimum':0.5}");
        assertThat(text(properties, "mail")).isEqualTo("{'type':'string','format':'email'}");
        assertThat(text(properties, "code")).isEqualTo("{'type':['string','null'],'pattern':'^(?:[A-Z]|x)$'}");
        assertThat(text(properties, "names"))
                .isEqualTo(
                        "{'type':'array','items':{'type':['string','null'],'maxLength':4},'minItems':1,'maxItems':3}");
        assertThat(text(properties, "onlyLater")).isEqualTo("{'type':['string','null']}");
        assertThat(Models.jsonSchema(Offer.class).get("required").toString())
                .isEqualTo("[\"id\",\"mail\",\"names\"]".replace("\"id\",", ""));
    }

    record Settings(
            String theme, @NotNull Integer size, @Private String token) {}

    @Entity
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    static class Preferences extends Model {
        @Id
        Long id;

        Settings userSettings;

        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        String builtBy;

        @JsonIgnore
        String hidden;
    }

    @Test
    void describesTheApplicationsOwnTypesAndJacksonsNames() {
        JsonNode properties = Models.jsonSchema(Preferences.class).get("properties");
        assertThat(properties.fieldNames()).toIterable().containsExactly("id", "user_settings", "built_by");
        assertThat(properties.get("built_by").get("readOnly").booleanValue()).isTrue();
        JsonNode settings = properties.get("user_settings").get("anyOf").get(0);
        assertThat(settings.get("properties").fieldNames()).toIterable().containsExactly("size", "theme");
        assertThat(settings.get("required").toString()).isEqualTo("[\"size\"]");
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

        @NotEmpty @Size(max = 3) List<@Size(max = 4) String> names;

        @NotNull(groups = OnUpdate.class) String onlyLater;
    }

    @Test
    void aPrimitiveThatHasNoDefaultIsRequired() {
        JsonNode schema = Models.jsonSchema(Widget.class);
        assertThat(schema.get("required")).extracting(JsonNode::asText).containsExactly("name", "price", "active");
        assertThat(schema.at("/properties/size/required"))
                .extracting(JsonNode::asText)
                .containsExactly("width");
        assertThat(Models.openApiComponents(Widget.class).at("/components/schemas/Widget/required"))
                .isEqualTo(schema.get("required"));
    }
}
