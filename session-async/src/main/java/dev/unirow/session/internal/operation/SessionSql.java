package dev.unirow.session.internal.operation;

import static java.util.Objects.requireNonNull;

import dev.unirow.schema.lexer.SqlToken;
import dev.unirow.session.internal.unit.ModelCatalog;
import dev.unirow.session.internal.unit.UnitOfWork;
import dev.unirow.session.internal.value.Parameters;
import dev.unirow.session.internal.wire.BoundStatement;
import dev.unirow.session.internal.wire.StatementParameters;
import dev.unirow.session.sql.SqlRows;
import dev.unirow.session.sql.SqlStatement;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A statement in SQL that one session runs. */
final class SessionSql implements SqlStatement {
    private static final Set<String> OF_TRANSACTIONS =
            Set.of("begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release");

    private final SessionOperations operations;
    private final ModelCatalog catalog;
    private final Function<UnitOfWork, List<Object>> drained;
    private final String text;
    private final StatementParameters parameters;
    private final Map<String, @Nullable Object> named;
    private final List<@Nullable Object> positional;

    private SessionSql(
            SessionOperations operations,
            ModelCatalog catalog,
            Function<UnitOfWork, List<Object>> drained,
            String text,
            StatementParameters parameters,
            Map<String, @Nullable Object> named,
            List<@Nullable Object> positional) {
        this.operations = operations;
        this.catalog = catalog;
        this.drained = drained;
        this.text = text;
        this.parameters = parameters;
        this.named = named;
        this.positional = positional;
    }

    static SessionSql of(
            SessionOperations operations,
            ModelCatalog catalog,
            Function<UnitOfWork, List<Object>> drained,
            String text) {
        StatementParameters parameters = operations.parameterStyle().parameters(text);
        refuseTransactions(parameters.tokens());
        parameters.requireOneStyle();
        return new SessionSql(operations, catalog, drained, text, parameters, Map.of(), List.of());
    }

    private static void refuseTransactions(List<SqlToken> tokens) {
        tokens.stream()
                .filter(token -> token.kind() != SqlToken.Kind.BLANK && token.kind() != SqlToken.Kind.COMMENT)
                .findFirst()
                .map(first -> first.text().toLowerCase(Locale.ROOT))
                .filter(OF_TRANSACTIONS::contains)
                .ifPresent(first -> {
                    throw new IllegalArgumentException("Cannot run '" + first
                            + "' as SQL of a session: its transaction begins by itself. Use commit(), rollback() or nested() "
                            + "of the session.");
                });
    }

    @Override
    public SessionSql bind(String name, @Nullable Object value) {
        requireNonNull(name, "The name of the parameter is null.");
        parameters.requireName(name);
        Parameters.require(name, value);
        StatementParameters.requireElements("':" + name + "'", value);
        Map<String, @Nullable Object> more = new LinkedHashMap<>(named);
        more.put(name, kept(value));
        return new SessionSql(operations, catalog, drained, text, parameters, more, positional);
    }

    @Override
    public SessionSql bind(Map<String, ? extends @Nullable Object> values) {
        SessionSql bound = this;
        for (Map.Entry<String, ? extends @Nullable Object> each : values.entrySet()) {
            bound = bound.bind(each.getKey(), each.getValue());
        }
        return bound;
    }

    @Override
    public SessionSql bindAll(@Nullable Object... values) {
        if (!parameters.names().isEmpty()) {
            throw new IllegalArgumentException(
                    "The parameters of the statement have names: bind each by bind(name, value).");
        }
        for (int i = 0; i < values.length; i++) {
            Parameters.require(i + 1, values[i]);
        }
        List<@Nullable Object> all =
                Arrays.stream(values).<@Nullable Object>map(SessionSql::kept).toList();
        var unused = parameters.bind(all); // more or fewer than there are parameters are refused here
        return new SessionSql(operations, catalog, drained, text, parameters, named, all);
    }

    /** A list is copied: the statement does not change with it. */
    private static @Nullable Object kept(@Nullable Object value) {
        return value instanceof Collection<?> list
                ? Collections.unmodifiableList(Arrays.<@Nullable Object>asList(list.toArray()))
                : value;
    }

    private BoundStatement bound() {
        return parameters.names().isEmpty() ? parameters.bind(positional) : parameters.bind(named);
    }

    @Override
    public <R> SqlRows<R> as(Class<R> row) {
        requireNonNull(row, "The class of the rows is null.");
        return new SessionSqlRows<>(operations, drained, this::bound, RowReaders.of(row, catalog));
    }

    @Override
    public SqlRows<Map<String, @Nullable Object>> asMaps() {
        return new SessionSqlRows<>(operations, drained, this::bound, new MapRows());
    }

    @Override
    public Uni<Integer> execute() {
        BoundStatement statement = bound();
        return operations.writing("change rows", unit -> {
            BoundStatement driven = unit.driven(statement);
            return unit.execute(driven, drained.apply(unit));
        });
    }

    /** The text, without values. */
    @Override
    public String toString() {
        return text;
    }
}
