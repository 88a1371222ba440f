package dev.unirow.sqlite.dialect;

import static java.util.Objects.requireNonNull;

import dev.unirow.sqlite.internal.TimeFunctions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.function.CastFunction;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.model.domain.ReturnableType;
import org.hibernate.query.sqm.produce.function.internal.PatternRenderer;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Casts between texts and dates, as PostgreSQL writes them: a fraction without zeros at its end, and an instant with
 * its offset, which is that of UTC.
 */
final class Cast extends CastFunction {
    private static final Set<Class<?>> INSTANTS = Set.of(Instant.class, OffsetDateTime.class, ZonedDateTime.class);

    Cast(Dialect dialect) {
        super(dialect, dialect.getPreferredSqlTypeCodeForBoolean());
    }

    @Override
    public void render(
            SqlAppender sql,
            List<? extends SqlAstNode> arguments,
            @Nullable ReturnableType<?> type,
            SqlAstTranslator<?> walker) {
        String pattern = pattern(mapping(arguments.get(0)), mapping(arguments.get(1)));
        if (pattern == null) {
            super.render(sql, arguments, type, walker);
        } else {
            new PatternRenderer(pattern).render(sql, arguments, walker);
        }
    }

    private static JdbcMapping mapping(SqlAstNode node) {
        return requireNonNull(((Expression) node).getExpressionType()).getSingleJdbcMapping();
    }

    private static @Nullable String pattern(JdbcMapping from, JdbcMapping to) {
        if (isInstant(to)) {
            return TimeFunctions.TIMESTAMP + "(?1)";
        }
        if (from.getJdbcType().isTemporal() && to.getJdbcType().isString()) {
            String local = TimeFunctions.SHORT_FRACTION + "(?1)";
            return isInstant(from) ? "(" + local + "||'+00')" : local;
        }
        if (from.getJdbcType().isString()) {
            String local = TimePatterns.cast(to.getJdbcType().getCastType());
            return local == null ? null : local.replace("?1", TimeFunctions.WITHOUT_OFFSET + "(?1)");
        }
        return null;
    }

    private static boolean isInstant(JdbcMapping mapping) {
        return mapping.getJdbcType().isTemporal()
                && INSTANTS.contains(mapping.getJavaTypeDescriptor().getJavaTypeClass());
    }
}
