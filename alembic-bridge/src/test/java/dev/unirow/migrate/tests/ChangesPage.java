package dev.unirow.migrate.tests;

import dev.unirow.migrate.tests.changes.AllChanges;
import dev.unirow.migrate.tests.changes.Change;
import dev.unirow.model.Naming;
import dev.unirow.schema.ColumnOperation.RenameColumn;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.TableOperation.RenameTable;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is written for each change on each kind of database, as a page. */
final class ChangesPage {
    private static final Map<String, Target> TARGETS = new LinkedHashMap<>();

    static {
        TARGETS.put("SQLite", Target.sqlite());
        TARGETS.put("PostgreSQL", Target.postgresql());
        TARGETS.put("MariaDB", Target.mariadb());
    }

    private final Map<DatabaseKind, Schema> before = new LinkedHashMap<>();
    private final Map<DatabaseKind, Schema> after = new LinkedHashMap<>();

    ChangesPage() {
        for (Target target : TARGETS.values()) {
            List<Change> changes = possible(target);
            before.put(target.kind(), wanted(target, AllChanges.before(changes)));
            after.put(target.kind(), wanted(target, AllChanges.after(changes)));
        }
    }

    private static List<Change> possible(Target target) {
        return target.kind() == DatabaseKind.POSTGRESQL
                ? Stream.concat(AllChanges.all().stream(), AllChanges.withSchemas().stream())
                        .toList()
                : AllChanges.all();
    }

    private static Schema wanted(Target target, Collection<Class<?>> models) {
        return Schemas.wanted(target, Naming.standard(), models, Map.of());
    }

    String text() {
        StringBuilder page = new StringBuilder();
        for (AllChanges.Group group : AllChanges.groups()) {
            page.append("\n## ").append(group.about()).append('\n');
            group.changes().forEach(change -> page.append(section(change)));
        }
        return page.append('\n').toString();
    }

    private String section(Change change) {
        StringBuilder section = new StringBuilder("\n### " + capital(change.name()) + "\n");
        Map<String, List<String>> written = new LinkedHashMap<>();
        TARGETS.forEach((name, target) -> {
            if (possible(target).contains(change)) {
                written.computeIfAbsent(statements(change, target.kind()), all -> new ArrayList<>())
                        .add(name);
            }
        });
        written.forEach((statements, names) -> section.append("\n")
                .append(String.join(", ", names))
                .append(":\n\n```sql\n")
                .append(statements)
                .append("```\n"));
        return section.toString();
    }

    private String statements(Change change, DatabaseKind kind) {
        Set<String> tables = tables(change);
        Schema from = only(before.get(kind), tables);
        Schema to = only(after.get(kind), tables);
        List<Operation> named = change.renames().stream()
                .map(text -> text.split("[.=]"))
                .<Operation>map(parts -> parts.length == 2
                        ? new RenameTable(parts[0], parts[1])
                        : new RenameColumn(parts[0], parts[1], parts[2]))
                .toList();
        List<Operation> operations = new ArrayList<>(Schemas.renames(kind, from, named, to));
        operations.addAll(Schemas.diff(kind, Schemas.apply(kind, from, operations), to));
        StringBuilder text = new StringBuilder();
        operations.stream()
                .filter(Operation::destructive)
                .forEach(operation -> text.append("-- destructive: ")
                        .append(operation.description().replaceAll("\\R", " "))
                        .append('\n'));
        Map<String, String> fills = change.fills().stream()
                .map(fill -> fill.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        append(text, Schemas.render(kind, from, Schemas.withValues(operations, fills)));
        text.append("\n-- and back\n");
        append(text, Schemas.renderBack(kind, from, operations, fills));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> statements) {
        if (statements.isEmpty()) {
            text.append("-- nothing to do\n");
        }
        statements.forEach(statement -> text.append(statement.strip()).append(";\n"));
    }

    private static Schema only(Schema schema, Set<String> names) {
        List<dev.unirow.schema.Table> tables = schema.tables().stream()
                .filter(table -> names.contains(table.name()))
                .toList();
        return schema.withTables(tables)
                .withEnums(schema.enums().stream()
                        .filter(type -> tables.stream().anyMatch(table -> has(table, type)))
                        .toList())
                .withSequences(schema.sequences().stream()
                        .filter(sequence -> isOf(sequence.name(), names))
                        .toList())
                .withKeySources(schema.keySources().stream()
                        .filter(source -> isOf(source.name(), names))
                        .toList());
    }

    private static boolean has(dev.unirow.schema.Table table, EnumType type) {
        return table.columns().stream().anyMatch(column -> column.type().equals(type.name()));
    }

    private static boolean isOf(String sequence, Set<String> tables) {
        return tables.contains(sequence.replaceAll("_seq$", ""));
    }

    private static Set<String> tables(Change change) {
        Set<String> tables = new TreeSet<>();
        Stream.concat(change.before().stream(), change.after().stream()).forEach(model -> {
            Table mapped = model.getAnnotation(Table.class);
            String table = mapped.schema().isEmpty() ? mapped.name() : mapped.schema() + "." + mapped.name();
            tables.add(table);
            tables.add(table + "_seq");
            for (Field field : model.getDeclaredFields()) {
                if (field.isAnnotationPresent(JoinTable.class)) {
                    tables.add(field.getAnnotation(JoinTable.class).name());
                }
                if (field.isAnnotationPresent(CollectionTable.class)) {
                    tables.add(field.getAnnotation(CollectionTable.class).name());
                }
            }
        });
        return tables;
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
