package dev.unirow.sqlite.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.dialect.sql.ast.SqlAstTranslatorWithOnDuplicateKeyUpdate;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.sql.exec.spi.JdbcOperation;
import org.hibernate.sql.model.MutationOperation;
import org.hibernate.sql.model.ast.ColumnValueBinding;
import org.hibernate.sql.model.internal.OptionalTableUpdate;
import org.hibernate.sql.model.jdbc.UpsertOperation;

/** Writes an upsert as {@code insert … on conflict (key) do update}. */
final class UpsertTranslator<T extends JdbcOperation> extends SqlAstTranslatorWithOnDuplicateKeyUpdate<T> {
    UpsertTranslator(SessionFactoryImplementor factory, OptionalTableUpdate update) {
        super(factory, update);
    }

    /** One that compares a version must change its one row: when it changes none, somebody else was there before. */
    @Override
    public MutationOperation createMergeOperation(OptionalTableUpdate update) {
        if (update.getNumberOfOptimisticLockBindings() == 0) {
            return super.createMergeOperation(update);
        }
        renderUpsertStatement(update);
        return new UpsertOperation(
                update.getMutatingTable().getTableMapping(),
                update.getMutationTarget(),
                getSql(),
                getParameterBinders());
    }

    @Override
    protected void renderUpsertStatement(OptionalTableUpdate update) {
        List<ColumnValueBinding> keys = update.getKeyBindings();
        List<ColumnValueBinding> inserted = new ArrayList<>(keys);
        update.getValueBindings().stream()
                .filter(ColumnValueBinding::isAttributeInsertable)
                .forEach(inserted::add);
        appendSql("insert into " + update.getMutatingTable().getTableName() + " (" + columns(inserted) + ") values (");
        String comma = "";
        for (ColumnValueBinding binding : inserted) {
            appendSql(comma);
            binding.getValueExpression().accept(this);
            comma = ",";
        }
        appendSql(") on conflict (" + columns(keys) + ") do update set ");
        renderAssignments(update, keys);
        String where = " where ";
        for (ColumnValueBinding lock : update.getOptimisticLockBindings()) {
            appendSql(where + column(lock) + "=");
            lock.getValueExpression().accept(this);
            where = " and ";
        }
    }

    private void renderAssignments(OptionalTableUpdate update, List<ColumnValueBinding> keys) {
        List<ColumnValueBinding> changed = update.getValueBindings().stream()
                .filter(ColumnValueBinding::isAttributeUpdatable)
                .toList();
        String comma = "";
        // with nothing to change the key is set to itself, so that the statement still counts its row
        for (ColumnValueBinding binding : changed.isEmpty() ? keys : changed) {
            appendSql(comma + column(binding) + "=");
            if (changed.isEmpty() || binding.isAttributeInsertable()) {
                appendSql("excluded." + column(binding));
            } else {
                binding.getValueExpression().accept(this);
            }
            comma = ",";
        }
    }

    private static String columns(List<ColumnValueBinding> bindings) {
        return bindings.stream().map(UpsertTranslator::column).collect(Collectors.joining(","));
    }

    private static String column(ColumnValueBinding binding) {
        return binding.getColumnReference().getColumnExpression();
    }
}
