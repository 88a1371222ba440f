package dev.unirow.session.tests.models;

import dev.unirow.schema.DatabaseKind;
import io.vertx.core.json.JsonArray;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Attributes that not every database can hold. */
public enum Unstorable {
    NUMBERED_ENUM(Unstorable.NumberedEnum.class, DatabaseKind.SQLITE, DatabaseKind.MARIADB),
    ENUM_OF_THE_COLUMN(Unstorable.ColumnEnum.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL),
    INTERVAL(Unstorable.IntervalSeconds.class, DatabaseKind.SQLITE, DatabaseKind.MARIADB),
    VECTOR(Unstorable.Vector.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    INSTANT_AS_TEXT(Unstorable.InstantAsText.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    OFFSET_TIME_AS_TEXT(
            Unstorable.OffsetTimeAsText.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    ANY_OBJECT(Unstorable.AnyObject.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    ARRAY_OF_YEAR_MONTHS(Unstorable.YearMonths.class, DatabaseKind.POSTGRESQL),
    ARRAY_OF_BYTE_WRAPPERS(Unstorable.Bytes.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    ARRAY_OF_CHARACTERS(
            Unstorable.Characters.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    LIST_OF_BYTES(Unstorable.ListOfBytes.class, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    RAW_LIST(Unstorable.RawList.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    RAW_MAP(Unstorable.RawMap.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    RAW_ARRAY_LIST(Unstorable.RawArrayList.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    RAW_HASH_MAP(Unstorable.RawHashMap.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    ARRAY_OF_VERTX(Unstorable.VertxArray.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    SERIALIZED_CALENDAR(Unstorable.SerializedCalendar.class, DatabaseKind.MARIADB),
    XML(Unstorable.Xml.class, DatabaseKind.POSTGRESQL),
    PARTS_AS_JSON(Unstorable.PartsAsJson.class, DatabaseKind.SQLITE),
    PARTS_AS_XML(Unstorable.PartsAsXml.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    XML_ARRAY(Unstorable.XmlArray.class, DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB);

    private final Class<?> model;
    private final Set<DatabaseKind> refusedOn;

    Unstorable(Class<?> model, DatabaseKind... refusedOn) {
        this.model = model;
        this.refusedOn = Set.of(refusedOn);
    }

    public Class<?> model() {
        return model;
    }

    public boolean isRefusedOn(DatabaseKind kind) {
        return refusedOn.contains(kind);
    }

    @Entity
    public static class NumberedEnum {
        @Id
        public Long id;

        @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
        public ScalarArrays.Mood held;
    }

    @Entity
    public static class ColumnEnum {
        @Id
        public Long id;

        @JdbcTypeCode(SqlTypes.ENUM)
        public ScalarArrays.Mood held;
    }

    @Entity
    public static class IntervalSeconds {
        @Id
        public Long id;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        public Duration held;
    }

    @Entity
    public static class Vector {
        @Id
        public Long id;

        @JdbcTypeCode(SqlTypes.VECTOR)
        public float[] held;
    }

    @Entity
    public static class InstantAsText {
        @Id
        public Long id;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        public Instant held;
    }

    @Entity
    public static class OffsetTimeAsText {
        @Id
        public Long id;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        public OffsetTime held;
    }

    @Entity
    public static class AnyObject {
        @Id
        public Long id;

        public Object held;
    }

    @Entity
    public static class YearMonths {
        @Id
        public Long id;

        public YearMonth[] held;
    }

    @Entity
    public static class Xml {
        @Id
        public Long id;

        @JdbcTypeCode(SqlTypes.SQLXML)
        public String held;
    }

    @Embeddable
    public static class Words {
        public String words;
    }

    @Entity
    public static class PartsAsJson {
        @Id
        public Long id;

        @JdbcTypeCode(SqlTypes.JSON)
        public Words held;
    }

    @Entity
    public static class PartsAsXml {
        @Id
        public Long id;

        @JdbcTypeCode(SqlTypes.SQLXML)
        public Words held;
    }

    @Entity
    public static class XmlArray {
        @Id
        public Long id;

        @JdbcTypeCode(SqlTypes.XML_ARRAY)
        public String[] held;
    }

    @Entity
    public static class Bytes {
        @Id
        public Long id;

        public Byte[] held;
    }

    @Entity
    public static class Characters {
        @Id
        public Long id;

        public Character[] held;
    }

    @Entity
    public static class ListOfBytes {
        @Id
        public Long id;

        public List<byte[]> held;
    }

    @Entity
    public static class RawList {
        @Id
        public Long id;

        @SuppressWarnings("rawtypes")
        public List held;
    }

    @Entity
    public static class RawMap {
        @Id
        public Long id;

        @SuppressWarnings("rawtypes")
        public Map held;
    }

    @Entity
    public static class RawArrayList {
        @Id
        public Long id;

        @SuppressWarnings("rawtypes")
        public ArrayList held;
    }

    @Entity
    public static class RawHashMap {
        @Id
        public Long id;

        @SuppressWarnings("rawtypes")
        public HashMap held;
    }

    @Entity
    public static class VertxArray {
        @Id
        public Long id;

        public JsonArray held;
    }

    @Entity
    public static class SerializedCalendar {
        @Id
        public Long id;

        public GregorianCalendar held;
    }
}
