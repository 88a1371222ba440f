package dev.unirow.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.dialect.sql.ast.SqlAstTranslatorWithOnDuplicateKeyUpdate;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.sql.exec.spi.JdbcOperation;
import org.hibernate.sql.model.ast.ColumnValueBinding;
import org.hibernate.sql.model.internal.OptionalTableUpdate;

/** Writes an upsert as {@code insert … on conflict (key) do update}. */
final class UpsertTranslator<T extends JdbcOperation> extends SqlAstTranslatorWithOnDuplicateKeyUpdate<T> {
    UpsertTranslator(SessionFactoryImplementor factory, OptionalTableUpdate update) {
        super(factory, update);
    }

    /** A version must be compared, and a column that is only ever updated has no inserted value to take. */
    static boolean canTranslate(OptionalTableUpdate update) {
        return update.getNumberOfOptimisticLockBindings() == 0
                && update.getValueBindings().stream().allMatch(ColumnValueBinding::isAttributeInsertable);
    }

    @Override
    protected void renderUpsertStatement(OptionalTableUpdate update) {
        List<ColumnValueBinding> keys = update.getKeyBindings();
        List<ColumnValueBinding> bindings = new ArrayList<>(keys);
        bindings.addAll(update.getValueBindings());
        appendSql("insert into " + update.getMutatingTable().getTableName() + " (" + columns(bindings) + ") values ");
        char separator = '(';
        for (ColumnValueBinding binding : bindings) {
            appendSql(separator);
            binding.getValueExpression().accept(this);
            separator = ',';
        }
        List<ColumnValueBinding> changed = update.getValueBindings().stream()
                .filter(ColumnValueBinding::isAttributeUpdatable)
                .toList();
        // with nothing to change the key is set to itself, so that the statement still counts its row
        String assignments = (changed.isEmpty() ? keys : changed)
                .stream()
                        .map(UpsertTranslator::column)
                        .map(column -> column + "=excluded." + column)
                        .collect(Collectors.joining(","));
        appendSql(") on conflict (" + columns(keys) + ") do update set " + assignments);
    }

    private static String columns(List<ColumnValueBinding> bindings) {
        return bindings.stream().map(UpsertTranslator::column).collect(Collectors.joining(","));
    }

    private static String column(ColumnValueBinding binding) {
        return binding.getColumnReference().getColumnExpression();
    }
}
