package dev.unirow.session.internal.type;

import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.sql.ast.MariaDBSqlAstTranslator;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.hibernate.sql.ast.spi.StandardSqlAstTranslatorFactory;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.predicate.InListPredicate;
import org.hibernate.sql.exec.spi.JdbcOperation;

/** MariaDB, where long lists are tables that the server makes of JSON. */
final class MariaDbListDialect extends MariaDBDialect {
    MariaDbListDialect(DialectResolutionInfo info) {
        super(info);
    }

    @Override
    public SqlAstTranslatorFactory getSqlAstTranslatorFactory() {
        return new StandardSqlAstTranslatorFactory() {
            @Override
            protected <T extends JdbcOperation> SqlAstTranslator<T> buildTranslator(
                    SessionFactoryImplementor factory, Statement statement) {
                return new Translator<>(factory, statement, MariaDbListDialect.this);
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
            predicate.getTestExpression().accept(this);
            appendSql(predicate.isNegated() ? " not in (" : " in (");
            appendSql(table.beforeParameter());
            visitParameterAsParameter(list.parameter(table.json(), getSessionFactory()));
            appendSql(table.afterParameter());
            appendSql(")");
        }
    }
}
