package dev.unirow.schema.mapping;

import dev.unirow.model.Naming;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.hibernate.boot.model.naming.EntityNaming;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitCollectionTableNameSource;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitEntityNameSource;
import org.hibernate.boot.model.naming.ImplicitForeignKeyNameSource;
import org.hibernate.boot.model.naming.ImplicitJoinColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.source.spi.AttributePath;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;

/**
 * Hibernate's implicit names by {@link Naming}: the setting {@code hibernate.implicit_naming_strategy}. Names that a
 * mapping spells out are left as they are; {@link QuotingNaming} gives both their quotes. A nested class is named by
 * its simple name, so that {@code Outer.Note} has the table {@code note}.
 */
public final class ModelNaming extends ImplicitNamingStrategyJpaCompliantImpl {
    private static final Set<String> KEY_CLASS_PATHS = Set.of("_identifierMapper", "id");

    // what Hibernate makes up for the order of a list and the keys of a map, without asking for a name
    private static final Pattern OF_COLLECTION = Pattern.compile(".+_(ORDER|KEY)");

    private final transient Naming naming;

    // Hibernate refers to a column by the name before it was cut
    private final transient Set<String> cutColumns = ConcurrentHashMap.newKeySet();

    private ModelNaming(Naming naming) {
        this.naming = naming;
    }

    public static ModelNaming of(Naming naming) {
        return new ModelNaming(naming);
    }

    public Naming naming() {
        return naming;
    }

    @Override
    public Identifier determinePrimaryTableName(ImplicitEntityNameSource source) {
        String entity = nameOf(source.getEntityNaming(), source.getBuildingContext());
        return QuotingNaming.identifier(naming.table(entity));
    }

    @Override
    public Identifier determineCollectionTableName(ImplicitCollectionTableNameSource source) {
        return QuotingNaming.identifier(
                naming.column(nameOf(source.getOwningEntityNaming(), source.getBuildingContext()) + "_"
                        + transformAttributePath(source.getOwningAttributePath())));
    }

    @Override
    public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
        return QuotingNaming.identifier(
                naming.fit(super.determineJoinTableName(source).getText()));
    }

    /** The name that an entity was given, or the simple name of its class. */
    private String nameOf(EntityNaming entity, MetadataBuildingContext context) {
        String name = transformEntityName(entity);
        String type = entity.getClassName();
        return type == null || !name.contains("$") || !name.equals(NestedName.unqualified(type))
                ? name
                : context.getBootstrapContext()
                        .getClassLoaderService()
                        .classForName(type)
                        .getSimpleName();
    }

    // an embedded value's columns carry its path: two of one kind in an entity do not collide
    @Override
    protected String transformAttributePath(AttributePath path) {
        String full = path.getFullPath();
        if (isOfKeyClass(path)) {
            full = path.getProperty();
        }
        boolean plain = full.chars().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c));
        return plain ? full : super.transformAttributePath(path);
    }

    @Override
    public Identifier determineJoinColumnName(ImplicitJoinColumnNameSource source) {
        AttributePath path = source.getAttributePath();
        String referring;
        if (path != null && isOfKeyClass(path)) {
            referring = path.getProperty();
        } else if (path == null || source.getNature() == ImplicitJoinColumnNameSource.Nature.ELEMENT_COLLECTION) {
            referring = nameOf(source.getEntityNaming(), source.getBuildingContext());
        } else {
            referring = transformAttributePath(path);
        }
        return toIdentifier(
                referring + "_" + columnInUse(source.getReferencedColumnName().getText()), source.getBuildingContext());
    }

    /** The two components that Hibernate makes up of a key class have no names of their own. */
    private static boolean isOfKeyClass(AttributePath path) {
        AttributePath parent = path.getParent();
        return parent != null && KEY_CLASS_PATHS.contains(parent.getFullPath());
    }

    @Override
    protected String generateConstraintNameString(ImplicitConstraintNameSource source) {
        String table = source.getTableName().getText();
        List<String> columns =
                source.getColumnNames().stream().map(Identifier::getText).toList();
        return switch (source.kind()) {
            case FOREIGN_KEY ->
                naming.foreignKey(
                        table,
                        columns,
                        ((ImplicitForeignKeyNameSource) source)
                                .getReferencedTableName()
                                .getText());
            case UNIQUE_KEY -> naming.unique(table, columns);
            case INDEX -> naming.index(table, columns);
        };
    }

    /** The whole name, which {@link QuotingNaming} cuts: a mapping may refer to the column by it. */
    @Override
    protected Identifier toIdentifier(String text, IdentifierHelper helper) {
        String whole = Naming.snakeCase(text);
        if (!naming.fit(whole).equals(whole)) {
            cutColumns.add(whole);
        }
        return QuotingNaming.identifier(whole);
    }

    /** The name that a column has in the database: cut, if it is a long one that this made up. */
    String columnInUse(String name) {
        return cutColumns.contains(name) || OF_COLLECTION.matcher(name).matches() ? naming.fit(name) : name;
    }
}
