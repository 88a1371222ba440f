package dev.unirow.session.internal.failure;

import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.session.exception.ConstraintRule;
import dev.unirow.session.exception.ConstraintViolatedException.Kind;
import dev.unirow.session.internal.wire.Violation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * The constraints that the models ask for, found by what a database tells of one that is broken: PostgreSQL its name
 * and table, MariaDB its name, SQLite its columns. What no model asks for keeps the words of the database. Immutable.
 */
public final class Constraints {
    static final Constraints NONE = new Constraints(
            Schema.empty(),
            Map.of(),
            entity -> null,
            violation -> new Violation(null, violation.getConstraintName()),
            sql -> sql);

    /** What MariaDB calls the primary key of every table. */
    private static final String PRIMARY = "PRIMARY";

    private final Schema schema;
    private final Map<String, Class<?>> models;
    private final Function<String, @Nullable Class<?>> entities;
    private final Function<ConstraintViolationException, Violation> words;
    private final UnaryOperator<String> shown;
    private final Map<Set<String>, Set<Named>> uniqueByColumns = new HashMap<>();
    private final Map<Named, List<String>> columns = new HashMap<>();
    private final Map<Kind, Map<String, Set<Named>>> byName = new HashMap<>();
    private final ForeignKeyCandidates foreignKeys;

    /**
     * @param models the model classes by their tables
     * @param entities the model classes by Hibernate's names
     * @param shown a statement without the literals that may be private
     */
    public Constraints(
            Schema schema,
            Map<String, Class<?>> models,
            Function<String, @Nullable Class<?>> entities,
            Function<ConstraintViolationException, Violation> words,
            UnaryOperator<String> shown) {
        this.schema = schema;
        this.entities = entities;
        this.models = models;
        this.words = words;
        this.shown = shown;
        this.foreignKeys = new ForeignKeyCandidates(schema);
        schema.tables().forEach(this::add);
    }

    private record Named(String name, String table) {}

    private void add(Table table) {
        if (table.primaryKey() != null) {
            addUnique(table, table.primaryKey().name(), table.primaryKey().columns());
        }
        table.indexes().stream()
                .filter(index -> index.unique())
                .forEach(index -> addUnique(
                        table,
                        index.name(),
                        index.columns().stream().map(column -> column.name()).toList()));
        table.uniques().forEach(unique -> addUnique(table, unique.name(), unique.columns()));
        table.foreignKeys().forEach(key -> addName(Kind.FOREIGN_KEY, key.name(), table));
        table.checks().forEach(check -> addName(Kind.CHECK, check.name(), table));
    }

    private void addUnique(Table table, String name, List<String> unique) {
        columns.put(new Named(name, table.name()), unique);
        Set<String> qualified = new TreeSet<>();
        unique.forEach(column -> qualified.add(table.name() + "." + column));
        uniqueByColumns.computeIfAbsent(qualified, key -> new HashSet<>()).add(new Named(name, table.name()));
        addName(Kind.UNIQUE, name, table);
    }

    private void addName(Kind kind, String name, Table table) {
        byName.computeIfAbsent(kind, key -> new HashMap<>())
                .computeIfAbsent(name, key -> new HashSet<>())
                .add(new Named(name, table.name()));
    }

    /** The primary key of a model's table; of classes that share or join tables, of the one at the top. */
    public ConstraintRule keyOf(Class<?> model) {
        String table = models.entrySet().stream()
                .filter(entry -> entry.getValue().isAssignableFrom(model))
                .reduce((one, other) -> one.getValue().isAssignableFrom(other.getValue()) ? one : other)
                .map(Map.Entry::getKey)
                .orElse(null);
        String name = Optional.ofNullable(table)
                .flatMap(schema::table)
                .map(Table::primaryKey)
                .map(key -> key.name())
                .orElse(null);
        return new ConstraintRule(
                Kind.UNIQUE, name, table, table == null ? model : models.get(table), uniqueColumns(name, table));
    }

    /** What of the models needs a table or sequence of this name, as words; empty where nothing does. */
    Optional<String> owner(String tableOrSequence) {
        Class<?> model = models.get(tableOrSequence);
        if (model != null) {
            return Optional.of("the model " + model.getSimpleName());
        }
        boolean wanted = schema.table(tableOrSequence).isPresent()
                || schema.sequences().stream()
                        .anyMatch(sequence -> sequence.name().equals(tableOrSequence));
        return wanted ? Optional.of("a model") : Optional.empty();
    }

    /** What may be told of a statement. */
    String shown(String sql) {
        return shown.apply(sql);
    }

    /** The model of Hibernate's name for it. */
    @Nullable Class<?> modelOf(@Nullable String entity) {
        return entity == null ? null : entities.apply(entity);
    }

    /** @return a rule of another kind where a check stands for it */
    ConstraintRule broken(Kind kind, ConstraintViolationException violation) {
        Violation told = words.apply(violation);
        @Nullable WrittenTable written = WrittenTable.of(violation.getSQL()).orElse(null);
        String table = told.table() != null ? told.table() : written == null ? null : written.name();
        return switch (kind) {
            case UNIQUE -> unique(told.told(), table);
            case FOREIGN_KEY ->
                told.told() == null && written != null ? onlyForeignKey(written) : named(kind, told.told(), table);
            case CHECK ->
                RequiredColumn.addedBy(violation.getSQL(), told.told(), table)
                        .map(column -> rule(Kind.NOT_NULL, column, table))
                        .orElseGet(() -> named(kind, told.told(), table));
            case NOT_NULL -> rule(kind, told.told(), table);
        };
    }

    private ConstraintRule unique(@Nullable String told, @Nullable String table) {
        Set<String> columns = told == null ? Set.of() : new TreeSet<>(Arrays.asList(told.split(", ")));
        return only(uniqueByColumns.getOrDefault(columns, Set.of()))
                .map(found -> rule(Kind.UNIQUE, found.name(), found.table()))
                .orElseGet(() -> PRIMARY.equals(told)
                        ? rule(Kind.UNIQUE, primaryKey(table), table)
                        : named(Kind.UNIQUE, told, table));
    }

    private @Nullable String primaryKey(@Nullable String table) {
        return Optional.ofNullable(table)
                .flatMap(schema::table)
                .map(Table::primaryKey)
                .map(key -> key.name())
                .orElse(PRIMARY);
    }

    /** Another table may have a constraint of the same name: the one that was written is meant then. */
    private ConstraintRule named(Kind kind, @Nullable String name, @Nullable String table) {
        Set<Named> known =
                name == null ? Set.of() : byName.getOrDefault(kind, Map.of()).getOrDefault(name, Set.of());
        return only(known).map(found -> rule(kind, name, found.table())).orElseGet(() -> rule(kind, name, table));
    }

    private ConstraintRule onlyForeignKey(WrittenTable written) {
        var candidates = foreignKeys.of(written);
        String name = only(candidates).map(found -> found.key().name()).orElse(null);
        Set<String> tables =
                candidates.stream().map(found -> found.table().name()).collect(Collectors.toSet());
        return rule(Kind.FOREIGN_KEY, name, only(tables).orElse(null));
    }

    ConstraintRule rule(Kind kind, @Nullable String name, @Nullable String table) {
        return new ConstraintRule(
                kind,
                name,
                table,
                table == null ? null : models.get(table),
                kind == Kind.UNIQUE ? uniqueColumns(name, table) : List.of());
    }

    private List<String> uniqueColumns(@Nullable String name, @Nullable String table) {
        return name == null || table == null ? List.of() : columns.getOrDefault(new Named(name, table), List.of());
    }

    private static <T> Optional<T> only(Set<T> found) {
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }
}
