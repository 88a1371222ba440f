package dev.unirow.sqlite.dialect;

import org.hibernate.community.dialect.SQLiteSqlAstTranslator;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.JdbcMappingContainer;
import org.hibernate.query.common.TemporalUnit;
import org.hibernate.query.sqm.BinaryArithmeticOperator;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.query.sqm.tree.expression.Conversion;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.expression.BinaryArithmeticExpression;
import org.hibernate.sql.ast.tree.expression.Duration;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.insert.ConflictClause;
import org.hibernate.sql.ast.tree.predicate.InListPredicate;
import org.hibernate.sql.exec.spi.JdbcOperation;
import org.jspecify.annotations.Nullable;

/** Writes queries and statements of HQL where SQLite's words differ from those of its dialect in Hibernate. */
final class QueryTranslator<T extends JdbcOperation> extends SQLiteSqlAstTranslator<T> {
    private final boolean takesLongLists;

    /** @param takesLongLists whether a list may go as one value: not over JDBC, whose statements stay Hibernate's */
    QueryTranslator(SessionFactoryImplementor factory, Statement statement, boolean takesLongLists) {
        super(factory, statement);
        this.takesLongLists = takesLongLists;
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
    public void visitInListPredicate(InListPredicate predicate) {
        LongList list = takesLongLists ? LongList.of(predicate, getJdbcParameterBindings(), getSessionFactory()) : null;
        if (list == null) {
            super.visitInListPredicate(predicate);
            return;
        }
        // the statement is of these values: it must not be used again for others
        list.parameters()
                .forEach(parameter -> addAppliedParameterBinding(
                        parameter, getJdbcParameterBindings().getBinding(parameter)));
        predicate.getTestExpression().accept(this);
        appendSql(predicate.isNegated() ? " not in (" : " in (");
        appendSql("select " + list.value() + " from json_each(");
        visitParameterAsParameter(list.parameter(getSessionFactory()));
        appendSql("))");
    }

    @Override
    protected void visitConflictClause(@Nullable ConflictClause clause) {
        if (clause != null && clause.getConstraintName() != null) {
            throw new IllegalArgumentException("SQLite cannot name the constraint '" + clause.getConstraintName()
                    + "' in 'on conflict'. Name its columns instead.");
        }
        visitStandardConflictClause(clause);
    }

    /** SQLite's mod() is of floating point, and its result would then be, too. */
    @Override
    public void visitBinaryArithmeticExpression(BinaryArithmeticExpression expression) {
        Expression left = expression.getLeftHandOperand();
        Expression right = expression.getRightHandOperand();
        if (expression.getOperator() == BinaryArithmeticOperator.MODULO && isWhole(left) && isWhole(right)) {
            appendSql('(');
            visitArithmeticOperand(left);
            appendSql('%');
            visitArithmeticOperand(right);
            appendSql(')');
        } else {
            super.visitBinaryArithmeticExpression(expression);
        }
    }

    /** In nanoseconds, which are integers: a factor of Hibernate's, such as 36e11, would not be one. */
    @Override
    public void visitDuration(Duration duration) {
        Expression magnitude = duration.getMagnitude();
        String factor = duration.getUnit().conversionFactorFull(TemporalUnit.NANOSECOND, getDialect());
        if (factor.isEmpty()) {
            magnitude.accept(this);
        } else if (isWhole(magnitude)) {
            scaled("(", magnitude, factor, ")");
        } else {
            scaled("cast(round(", magnitude, factor, ") as integer)");
        }
    }

    /** A duration counted in another unit, of which a part does not count. */
    @Override
    public void visitConversion(Conversion conversion) {
        Duration duration = conversion.getDuration();
        Expression magnitude = duration.getMagnitude();
        String factor = duration.getUnit().conversionFactorFull(conversion.getUnit(), getDialect());
        if (isWhole(magnitude)) {
            scaled("(", magnitude, factor, ")");
        } else {
            scaled("cast(round(", magnitude, factor, ",6) as integer)");
        }
    }

    private void scaled(String before, Expression magnitude, String factor, String after) {
        appendSql(before);
        magnitude.accept(this);
        appendSql(factor);
        appendSql(after);
    }

    /** Whether it is an integer of SQLite, as durations are. */
    private static boolean isWhole(Expression expression) {
        JdbcMappingContainer type = expression.getExpressionType();
        if (type == null || type.getJdbcTypeCount() != 1) {
            return false;
        }
        JdbcMapping mapping = type.getSingleJdbcMapping();
        return mapping.getJdbcType().isInteger()
                || mapping.getJavaTypeDescriptor().getJavaTypeClass() == java.time.Duration.class;
    }
}
