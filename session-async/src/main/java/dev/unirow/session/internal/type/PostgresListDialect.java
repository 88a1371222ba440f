package dev.unirow.session.internal.type;

import java.lang.reflect.Array;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.dialect.sql.ast.PostgreSQLSqlAstTranslator;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.reactive.provider.impl.ReactiveModeCheck;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.hibernate.sql.ast.spi.StandardSqlAstTranslatorFactory;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.predicate.InListPredicate;
import org.hibernate.sql.exec.spi.JdbcOperation;

/** PostgreSQL, where long lists are arrays. */
final class PostgresListDialect extends PostgreSQLDialect {
    /** The blocking Hibernate keeps its statements: the drivers of JDBC take other values. */
    private boolean isReactive;

    PostgresListDialect(DialectResolutionInfo info) {
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
                        ? new Translator<>(factory, statement)
                        : new PostgreSQLSqlAstTranslator<>(factory, statement);
            }
        };
    }

    private static final class Translator<T extends JdbcOperation> extends PostgreSQLSqlAstTranslator<T> {
        Translator(SessionFactoryImplementor factory, Statement statement) {
            super(factory, statement);
        }

        @Override
        public void visitInListPredicate(InListPredicate predicate) {
            LongList list = LongList.of(predicate, getJdbcParameterBindings(), getSessionFactory());
            if (list == null) {
                super.visitInListPredicate(predicate);
                return;
            }
            list.parameters()
                    .forEach(parameter -> addAppliedParameterBinding(
                            parameter, getJdbcParameterBindings().getBinding(parameter)));
            predicate.getTestExpression().accept(this);
            appendSql(predicate.isNegated() ? "<>all(" : "=any(");
            visitParameterAsParameter(list.parameter(array(list), getSessionFactory()));
            if (list.named() != null) {
                appendSql("::text[]::" + list.named() + "[]");
            }
            appendSql(")");
        }

        private static Object array(LongList list) {
            return list.values().toArray((Object[])
                    Array.newInstance(list.type(), list.values().size()));
        }
    }
}
