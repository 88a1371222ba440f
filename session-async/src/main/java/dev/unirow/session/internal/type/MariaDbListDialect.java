package dev.unirow.session.internal.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.sql.ast.MariaDBSqlAstTranslator;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.reactive.provider.impl.ReactiveModeCheck;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.hibernate.sql.ast.spi.StandardSqlAstTranslatorFactory;
import org.hibernate.sql.ast.tree.AbstractUpdateOrDeleteStatement;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.from.FromClause;
import org.hibernate.sql.ast.tree.from.NamedTableReference;
import org.hibernate.sql.ast.tree.from.TableGroup;
import org.hibernate.sql.ast.tree.from.TableReference;
import org.hibernate.sql.ast.tree.predicate.InListPredicate;
import org.hibernate.sql.ast.tree.select.QuerySpec;
import org.hibernate.sql.exec.spi.JdbcOperation;

/** MariaDB, where long lists are tables that the server makes of JSON. */
final class MariaDbListDialect extends MariaDBDialect {
    /** The blocking Hibernate keeps its statements: the drivers of JDBC take other values. */
    private boolean isReactive;

    MariaDbListDialect(DialectResolutionInfo info) {
        super(info);
    }

    @Override
    public void initializeFunctionRegistry(FunctionContributions contributions) {
        isReactive = ReactiveModeCheck.isReactiveRegistry(contributions.getServiceRegistry());
        super.initializeFunctionRegistry(contributions);
    }

    @Override
    public SqlAstTranslatorFactory getSqlAstTranslatorFactory() {
        return new StandardSqlAstTranslatorFactory() {
            @Override
            protected <T extends JdbcOperation> SqlAstTranslator<T> buildTranslator(
                    SessionFactoryImplementor factory, Statement statement) {
                return isReactive
                        ? new Translator<>(factory, statement, MariaDbListDialect.this)
                        : new MariaDBSqlAstTranslator<>(factory, statement, MariaDbListDialect.this);
            }
        };
    }

    private static final class Translator<T extends JdbcOperation> extends MariaDBSqlAstTranslator<T> {
        Translator(SessionFactoryImplementor factory, Statement statement, MariaDBDialect dialect) {
            super(factory, statement, dialect);
        }

        @Override
        public void visitInListPredicate(InListPredicate predicate) {
            LongList list = LongList.of(predicate, getJdbcParameterBindings(), getSessionFactory());
            MariaDbList table = list == null ? null : MariaDbList.of(list);
            if (list == null || table == null) {
                super.visitInListPredicate(predicate);
                return;
            }
            list.parameters()
                    .forEach(parameter -> addAppliedParameterBinding(
                            parameter, getJdbcParameterBindings().getBinding(parameter)));
            int start = getSqlBuffer().length();
            predicate.getTestExpression().accept(this);
            String tested = getSqlBuffer().substring(start);
            appendSql(predicate.isNegated() ? " not in (" : " in (");
            appendSql("select ");
            appendSql(table.isText() ? asCompared(tested, table.value()) : table.value());
            appendSql(" from json_table(");
            visitParameterAsParameter(list.parameter(table.json(), getSessionFactory()));
            appendSql(table.afterParameter());
            appendSql(")");
        }

        /**
         * The value, with the collation of what it is compared with: a parameter would take it by itself. The table is
         * not read; without it the server could not look up values by hash, which have to have the very collation.
         */
        private String asCompared(String tested, String value) {
            String tables = tables().stream()
                    .filter(table -> tested.contains(table.getIdentificationVariable() + "."))
                    .map(table -> table.getTableExpression() + " " + table.getIdentificationVariable())
                    .distinct()
                    .collect(Collectors.joining(","));
            return tables.isEmpty() || tested.contains("?")
                    ? value
                    : "ifnull((select " + tested + " from " + tables + " where 1=0)," + value + ")";
        }

        private List<NamedTableReference> tables() {
            FromClause from = getCurrentQueryPart() instanceof QuerySpec query
                    ? query.getFromClause()
                    : getStatement() instanceof AbstractUpdateOrDeleteStatement change ? change.getFromClause() : null;
            List<NamedTableReference> tables = new ArrayList<>();
            if (from != null) {
                from.getRoots().forEach(root -> addTables(root, tables));
            }
            return tables;
        }

        /** Groups that nothing asked for stay out: to look at their tables would join them. */
        private static void addTables(TableGroup group, List<NamedTableReference> tables) {
            if (!group.isInitialized()) {
                return;
            }
            add(group.getPrimaryTableReference(), tables);
            group.getTableReferenceJoins().forEach(join -> add(join.getJoinedTableReference(), tables));
            group.getTableGroupJoins().forEach(join -> addTables(join.getJoinedGroup(), tables));
            group.getNestedTableGroupJoins().forEach(join -> addTables(join.getJoinedGroup(), tables));
        }

        private static void add(TableReference table, List<NamedTableReference> tables) {
            if (table instanceof NamedTableReference named) {
                tables.add(named);
            }
        }
    }
}
