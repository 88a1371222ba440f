package dev.unirow.schema.tests;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.net.InetAddress;
import java.time.Duration;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

/** Types that a mapping has to ask for, and that not every database has. */
final class SpecialTypes {
    private SpecialTypes() {}

    enum Mood {
        HAPPY,
        SAD
    }

    @Embeddable
    static class Place {
        private String street;
        private Integer number;
    }

    @Embeddable
    @Struct(name = "place_struct")
    static class StructPlace {
        private String street;
        private Integer number;
    }

    @Entity(name = "WithDocuments")
    static class WithDocuments {
        @Id
        private Long id;

        @JdbcTypeCode(SqlTypes.JSON_ARRAY)
        private String[] json;

        @JdbcTypeCode(SqlTypes.INET)
        private InetAddress address;
    }

    @Entity(name = "WithXml")
    static class WithXml {
        @Id
        private Long id;

        @JdbcTypeCode(SqlTypes.SQLXML)
        private String document;
    }

    @Entity(name = "WithXmlArray")
    static class WithXmlArray {
        @Id
        private Long id;

        @JdbcTypeCode(SqlTypes.XML_ARRAY)
        private String[] elements;
    }

    @Entity(name = "WithArray")
    static class WithArray {
        @Id
        private Long id;

        @JdbcTypeCode(SqlTypes.ARRAY)
        private String[] words;
    }

    @Entity(name = "WithEmbeddedJson")
    static class WithEmbeddedJson {
        @Id
        private Long id;

        @JdbcTypeCode(SqlTypes.JSON)
        private Place place;
    }

    @Entity(name = "WithInterval")
    static class WithInterval {
        @Id
        private Long id;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        private Duration duration;
    }

    @Entity(name = "WithNumberedEnum")
    static class WithNumberedEnum {
        @Id
        private Long id;

        @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
        private Mood mood;
    }

    @Entity(name = "WithVector")
    static class WithVector {
        @Id
        private Long id;

        @JdbcTypeCode(SqlTypes.VECTOR)
        @Array(length = 3)
        private float[] vector;
    }

    @Entity(name = "WithStruct")
    static class WithStruct {
        @Id
        private Long id;

        private StructPlace place;
    }
}
