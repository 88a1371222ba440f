package dev.unirow.schema;

import dev.unirow.model.Naming;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.Metadata;

/** Schemas from mappings, and the SQL for them. All is pure but {@link #wanted(Target, Naming, Collection, Map)}, which boots Hibernate without a connection. */
public final class Schemas {
    private Schemas() {}

    /**
     * The schema that a mapping asks for, in the SQL of the mapping's dialect.
     *
     * @param metadata the mapping out of {@link MetadataCapture}: one that no session factory was built from lacks what Bean Validation says
     * @throws SchemaException when the mapping uses something that is not supported, such as a schema of its own or a generated column
     */
    public static Schema wanted(Metadata metadata, Naming naming) {
        return WantedSchema.of(metadata, naming);
    }

    /**
     * The schema that entities ask for on a database that need not exist. Blocks while Hibernate boots, about half a second.
     *
     * @param settings Hibernate's, in the place of those set here (naming strategies and validation)
     * @throws SchemaException as {@link #wanted(Metadata, Naming)} does, and when the dialect is not on the class path
     */
    public static Schema wanted(
            Target target, Naming naming, Collection<Class<?>> entities, Map<String, Object> settings) {
        return OfflineMapping.schema(target, ModelNaming.of(naming), entities, settings);
    }

    /**
     * The statements that make what is missing, in an order in which they run. Whole tables only: what differs inside a table that is there is a migration's
     * business.
     *
     * @param present the names of the tables that are there
     */
    public static List<String> createAll(DatabaseKind kind, Schema wanted, Set<String> present) {
        return new SchemaSql(kind).createAll(wanted, present);
    }

    /**
     * The statements that drop the schema's tables, as far as they are there, and its sequences. On SQLite they must run in one transaction when tables refer to each other in a circle.
     *
     * @param present the names of the tables that are there
     */
    public static List<String> dropAll(DatabaseKind kind, Schema schema, Set<String> present) {
        return new SchemaSql(kind).dropAll(schema, present);
    }
}
