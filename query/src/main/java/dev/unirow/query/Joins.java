package dev.unirow.query;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.unirow.model.spi.MappedAttribute.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The left joins of one from clause. A path is joined once, however often it is used; two references to one table are
 * two joins.
 */
final class Joins {
    private final String root;
    private final Map<List<Attribute>, Join> joins = new LinkedHashMap<>();

    private record Join(String alias, String source, boolean fetched) {}

    Joins(String root) {
        this.root = root;
    }

    /** The column as HQL writes it, joined as needed. The key behind a reference is read from the reference. */
    String column(BoundPath path) {
        List<Attribute> attributes = path.attributes();
        int last = attributes.size() - 1;
        boolean keyInPlace = last > 0
                && attributes.get(last).id()
                && attributes.get(last - 1).foreignKey();
        int joined = keyInPlace ? last - 1 : last;
        String column = owner(attributes.subList(0, joined), false);
        for (Attribute attribute : attributes.subList(joined, last + 1)) {
            column += "." + attribute.name();
        }
        return column;
    }

    void fetch(BoundPath path) {
        owner(path.attributes(), true);
    }

    /** What the attributes lead to: an alias, or an embedded attribute of one. */
    @CanIgnoreReturnValue
    private String owner(List<Attribute> attributes, boolean fetched) {
        if (attributes.isEmpty()) {
            return root;
        }
        int last = attributes.size() - 1;
        String source = owner(attributes.subList(0, last), fetched) + "."
                + attributes.get(last).name();
        if (attributes.get(last).is(Kind.EMBEDDED)) {
            return source;
        }
        return joins.computeIfAbsent(
                        List.copyOf(attributes), path -> new Join(root + (joins.size() + 1), source, fetched))
                .alias();
    }

    String hql() {
        StringBuilder hql = new StringBuilder();
        for (Join join : joins.values()) {
            hql.append(join.fetched() ? " left join fetch " : " left join ")
                    .append(join.source())
                    .append(' ')
                    .append(join.alias());
        }
        return hql.toString();
    }
}
