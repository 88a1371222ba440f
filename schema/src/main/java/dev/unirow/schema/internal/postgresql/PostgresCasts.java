package dev.unirow.schema.internal.postgresql;

import dev.unirow.schema.ColumnAspect;
import dev.unirow.schema.ColumnOperation.AlterColumn;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.Schema;
import dev.unirow.schema.internal.sql.TypeName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of its own types PostgreSQL casts to which: its catalogue {@code pg_cast} as of version 13. Texts are cast to
 * all types and back. Of a type that is neither its own nor an enum nothing is known, and a cast is taken to be there.
 */
public final class PostgresCasts {
    private static final Set<String> TEXTS = Set.of("varchar", "char", "text", "citext", "name");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Map<String, Set<String>> OTHERS = Map.ofEntries(
            Map.entry("smallint", Set.of("oid")),
            Map.entry("integer", Set.of("boolean", "oid", "bit", "money")),
            Map.entry("bigint", Set.of("oid", "bit", "money")),
            Map.entry("numeric", Set.of("money")),
            Map.entry("real", Set.of()),
            Map.entry("double precision", Set.of()),
            Map.entry("money", Set.of("numeric")),
            Map.entry("oid", Set.of("integer", "bigint")),
            Map.entry("boolean", Set.of("integer")),
            Map.entry("bit", Set.of("varbit", "integer", "bigint")),
            Map.entry("varbit", Set.of("bit")),
            Map.entry("date", Set.of("timestamp", "timestamp with time zone")),
            Map.entry("timestamp", Set.of("date", "time", "timestamp with time zone")),
            Map.entry("timestamp with time zone", Set.of("date", "time", "time with time zone", "timestamp")),
            Map.entry("time", Set.of("interval", "time with time zone")),
            Map.entry("time with time zone", Set.of("time")),
            Map.entry("interval", Set.of("time")),
            Map.entry("json", Set.of("jsonb")),
            Map.entry(
                    "jsonb",
                    Set.of("json", "boolean", "smallint", "integer", "bigint", "numeric", "real", "double precision")),
            Map.entry("inet", Set.of("cidr")),
            Map.entry("cidr", Set.of("inet")),
            Map.entry("macaddr", Set.of("macaddr8")),
            Map.entry("macaddr8", Set.of("macaddr")),
            Map.entry("uuid", Set.of()),
            Map.entry("bytea", Set.of()),
            Map.entry("xml", Set.of()));

    private final Set<String> enums;

    /** @param schemas those whose enum types the types may be */
    public PostgresCasts(Schema... schemas) {
        this.enums = Stream.of(schemas)
                .flatMap(schema -> schema.enums().stream())
                .map(EnumType::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether it changes a type into one that no value can be cast to. */
    public boolean areMissingFor(AlterColumn alter) {
        TypeName from = TypeName.of(DatabaseKind.POSTGRESQL, alter.from().type());
        TypeName to = TypeName.of(DatabaseKind.POSTGRESQL, alter.to().type());
        return alter.isOf(ColumnAspect.TYPE)
                && PostgresLargeObject.conversion(alter.to().name(), from, to) == null
                && isMissing(from.base(), to.base());
    }

    private boolean isMissing(String from, String to) {
        boolean fromArray = from.contains("[");
        boolean toArray = to.contains("[");
        if (fromArray && toArray) {
            return isMissing(element(from), element(to));
        }
        if (from.equals(to) || TEXTS.contains(from) || TEXTS.contains(to)) {
            return false;
        }
        if (!isKnown(element(from)) || !isKnown(element(to))) {
            return false;
        }
        boolean numbers = NUMBERS.contains(from) && NUMBERS.contains(to);
        return !numbers && !OTHERS.getOrDefault(from, Set.of()).contains(to);
    }

    private boolean isKnown(String type) {
        return OTHERS.containsKey(type) || TEXTS.contains(type) || enums.contains(type);
    }

    private static String element(String type) {
        int array = type.indexOf('[');
        return array < 0 ? type : type.substring(0, array).strip();
    }

    /** What a person should know about the steps. */
    public List<String> warnings(List<AlterColumn> alterations) {
        return alterations.stream()
                .filter(this::areMissingFor)
                .map(alter ->
                        ("PostgreSQL has no cast from %s to %s: every row of '%s.%s' loses its value, and takes the"
                                        + " default, or null where there is none, which a required column refuses. To keep the"
                                        + " values, write behind 'using' in the revision how they are converted.")
                                .formatted(
                                        alter.from().type(),
                                        alter.to().type(),
                                        alter.table(),
                                        alter.to().name()))
                .toList();
    }
}
