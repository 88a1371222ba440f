package dev.unirow.schema.internal.wanted;

import dev.unirow.schema.KeySource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.DatabaseStructure;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.id.enhanced.TableStructure;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.GeneratorSettings;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The sequences, and tables in the place of sequences, that a mapping takes numbers for keys from. */
final class WantedKeySources {
    private final Metadata metadata;
    private final SqlStringGenerationContext context;
    private final WantedSchema names;
    private final Map<String, KeySource> sources = new LinkedHashMap<>();
    private final Map<String, Set<KeySource.Key>> keys = new LinkedHashMap<>();

    WantedKeySources(Metadata metadata, SqlStringGenerationContext context, WantedSchema names) {
        this.metadata = metadata;
        this.context = context;
        this.names = names;
    }

    List<KeySource> read() {
        for (PersistentClass model : metadata.getEntityBindings()) {
            if (model instanceof RootClass root) {
                read(root);
            }
        }
        return sources.values().stream()
                .map(source -> source.withKeys(List.copyOf(keys.getOrDefault(source.id(), Set.of()))))
                .toList();
    }

    private void read(RootClass root) {
        KeyValue key = root.getIdentifier();
        if (key instanceof Component parts) {
            parts.getProperties()
                    .forEach(part -> read(root, part.getValue() instanceof SimpleValue value ? value : null, part));
        } else if (key instanceof SimpleValue value) {
            read(root, value, root.getIdentifierProperty());
        }
    }

    private void read(RootClass root, @Nullable SimpleValue value, @Nullable Property property) {
        if (value == null || value.getColumns().size() != 1 || !isNumber(value)) {
            return;
        }
        Generator generator =
                value.createGenerator(metadata.getDatabase().getDialect(), root, property, new Settings(context));
        KeySource source = generator instanceof SequenceStyleGenerator numbers
                ? of(numbers.getDatabaseStructure())
                : generator instanceof TableGenerator rows ? of(rows) : null;
        if (source != null) {
            sources.putIfAbsent(source.id(), source);
            String column = value.getColumns().get(0).getName();
            tables(root)
                    .forEach(table -> keys.computeIfAbsent(source.id(), id -> new LinkedHashSet<>())
                            .add(new KeySource.Key(names.name(table), column)));
        }
    }

    private boolean isNumber(SimpleValue key) {
        return SqlTypes.isNumericType(key.getColumns().get(0).getSqlTypeCode(metadata));
    }

    /** Those that hold the keys of a class and of its subclasses. */
    private static List<Table> tables(RootClass root) {
        List<Table> tables = new ArrayList<>();
        Stream.concat(
                        Stream.of(root.getTable()),
                        root.getSubclasses().stream()
                                .filter(UnionSubclass.class::isInstance)
                                .map(PersistentClass::getTable))
                .filter(Table::isPhysicalTable)
                .distinct()
                .forEach(tables::add);
        return tables;
    }

    private KeySource of(DatabaseStructure structure) {
        QualifiedName name = structure.getPhysicalName();
        KeySource.Counter counter = structure instanceof TableStructure table
                ? new KeySource.Counter(
                        table.getLogicalValueColumnNameIdentifier().getText(), null, null)
                : null;
        return new KeySource(
                names.name(
                        name.getSchemaName(),
                        name.getCatalogName(),
                        name.getObjectName().getText()),
                counter,
                structure.getInitialValue(),
                structure.getIncrementSize(),
                List.of());
    }

    /** The generator knows its table by the name that it had before a naming strategy. */
    private @Nullable KeySource of(TableGenerator generator) {
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (Table table : namespace.getTables()) {
                if (plain(table.getQualifiedTableName().render()).equalsIgnoreCase(plain(generator.getTableName()))) {
                    return new KeySource(
                            names.name(table),
                            new KeySource.Counter(
                                    generator.getValueColumnName(),
                                    generator.getSegmentColumnName(),
                                    generator.getSegmentValue()),
                            generator.getInitialValue(),
                            generator.getIncrementSize(),
                            List.of());
                }
            }
        }
        return null;
    }

    private static String plain(String name) {
        return name.replaceAll("[`\"]", "");
    }

    private record Settings(SqlStringGenerationContext context) implements GeneratorSettings {
        @Override
        @SuppressWarnings("NullAway") // Hibernate takes null for none
        public String getDefaultCatalog() {
            return null;
        }

        @Override
        @SuppressWarnings("NullAway")
        public String getDefaultSchema() {
            return null;
        }

        @Override
        public SqlStringGenerationContext getSqlStringGenerationContext() {
            return context;
        }
    }
}
