package dev.unirow.schema.tests;

import dev.unirow.schema.DatabaseKind;
import java.util.List;
import java.util.Set;

/** Models by what they map. */
enum MappedTypes {
    NUMBERS(List.of(BasicTypes.Numbers.class)),
    TEXTS(List.of(BasicTypes.Texts.class)),
    TIMES(List.of(BasicTypes.Times.class)),
    BYTES(List.of(BasicTypes.Bytes.class)),
    ENUMS(List.of(BasicTypes.Enums.class)),
    DOCUMENTS(List.of(BasicTypes.Documents.class)),
    ARRAYS(List.of(BasicTypes.Arrays.class)),
    COLLECTIONS(List.of(Structures.Collected.class)),
    SECONDARY_TABLE(List.of(Structures.Split.class)),
    JOINED(List.of(Structures.Vehicle.class, Structures.Car.class, Structures.Boat.class)),
    SINGLE_TABLE(List.of(Structures.Shape.class, Structures.Circle.class, Structures.Square.class)),
    TABLE_PER_CLASS(List.of(Structures.Account.class, Structures.Savings.class)),
    MAPPED_SUPERCLASS(List.of(Structures.Dated.class, Structures.Letter.class)),
    EMBEDDED_ID(List.of(Structures.Line.class)),
    ID_CLASS(List.of(Structures.Entry.class)),
    SHARED_KEY(List.of(Structures.Profile.class, Structures.Member.class)),
    ORDERED_MANY_TO_MANY(List.of(Structures.Playlist.class, Structures.Song.class)),
    ONE_TO_MANY(List.of(Structures.Parent.class, Structures.Child.class)),
    EMBEDDED(List.of(Structures.Located.class)),
    DOCUMENT_ARRAYS(List.of(SpecialTypes.WithDocuments.class)),
    XML(List.of(SpecialTypes.WithXml.class), DatabaseKind.SQLITE, DatabaseKind.MARIADB),
    XML_ARRAY(List.of(SpecialTypes.WithXmlArray.class), new DatabaseKind[0]),
    ARRAY_ASKED_FOR(List.of(SpecialTypes.WithArray.class), DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    EMBEDDED_JSON(List.of(SpecialTypes.WithEmbeddedJson.class), DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB),
    INTERVAL(List.of(SpecialTypes.WithInterval.class), DatabaseKind.POSTGRESQL),
    NUMBERED_ENUM(List.of(SpecialTypes.WithNumberedEnum.class), DatabaseKind.POSTGRESQL),
    VECTOR(List.of(SpecialTypes.WithVector.class), new DatabaseKind[0]),
    STRUCT(List.of(SpecialTypes.WithStruct.class), new DatabaseKind[0]);

    private final List<Class<?>> models;
    private final Set<DatabaseKind> kinds;

    MappedTypes(List<Class<?>> models) {
        this(models, DatabaseKind.values());
    }

    /** @param kinds the databases that have it; the others refuse it */
    MappedTypes(List<Class<?>> models, DatabaseKind... kinds) {
        this.models = models;
        this.kinds = Set.of(kinds);
    }

    List<Class<?>> models() {
        return models;
    }

    boolean isMappedOn(DatabaseKind kind) {
        return kinds.contains(kind);
    }
}
