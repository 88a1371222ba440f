package dev.unirow.sqlite.dialect;

import org.hibernate.community.dialect.SQLiteSqlAstTranslator;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.insert.ConflictClause;
import org.hibernate.sql.exec.spi.JdbcOperation;
import org.jspecify.annotations.Nullable;

/** Writes queries and statements of HQL where SQLite's words differ from those of its dialect in Hibernate. */
final class QueryTranslator<T extends JdbcOperation> extends SQLiteSqlAstTranslator<T> {
    QueryTranslator(SessionFactoryImplementor factory, Statement statement) {
        super(factory, statement);
    }

    @Override
    protected void renderComparison(Expression left, ComparisonOperator operator, Expression right) {
        switch (operator) {
            case DISTINCT_FROM -> compare(left, " is not ", right);
            case NOT_DISTINCT_FROM -> compare(left, " is ", right);
            default -> super.renderComparison(left, operator, right);
        }
    }

    private void compare(Expression left, String operator, Expression right) {
        left.accept(this);
        appendSql(operator);
        right.accept(this);
    }

    @Override
    protected void visitConflictClause(@Nullable ConflictClause clause) {
        if (clause != null && clause.getConstraintName() != null) {
            throw new IllegalArgumentException("SQLite cannot name the constraint '" + clause.getConstraintName()
                    + "' in 'on conflict'. Name its columns instead.");
        }
        visitStandardConflictClause(clause);
    }
}
