package dev.unirow.active;

import static java.util.Objects.requireNonNull;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.SessionSource;
import dev.unirow.session.sql.SqlRows;
import dev.unirow.session.sql.SqlStatement;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Models of one class that SQL finds: {@code Note.objects.sql("select id from note where text like :text").bind("text",
 * "%mum%").all()}. The statement is written, and its values are bound, as {@link SqlStatement} says; it need only
 * select the key. Immutable. Which database it is for is known when the Uni is subscribed to: what is wrong with the
 * parameters is a failure of that.
 *
 * @param <T> the model
 */
public final class SqlQuery<T> {
    private final Class<T> model;
    private final SessionSource source;
    private final String text;
    private final UnaryOperator<SqlStatement> binding;

    private SqlQuery(Class<T> model, SessionSource source, String text, UnaryOperator<SqlStatement> binding) {
        this.model = model;
        this.source = source;
        this.text = text;
        this.binding = binding;
    }

    static <T> SqlQuery<T> of(Class<T> model, SessionSource source, String text) {
        return new SqlQuery<>(model, source, requireNonNull(text, "The SQL to run is null."), UnaryOperator.identity());
    }

    /** {@link SqlStatement#bind(String, Object)}. */
    public SqlQuery<T> bind(String name, @Nullable Object value) {
        requireNonNull(name, "The name of the parameter is null.");
        Object kept = kept(value);
        return with(statement -> statement.bind(name, kept));
    }

    /** {@link SqlStatement#bindAll(Object...)}. */
    public SqlQuery<T> bindAll(@Nullable Object... values) {
        @Nullable Object[] all = new Object[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = kept(values[i]);
        }
        return with(statement -> statement.bindAll(all));
    }

    private static @Nullable Object kept(@Nullable Object value) {
        return value instanceof Collection<?> list ? new ArrayList<>(list) : value;
    }

    private SqlQuery<T> with(UnaryOperator<SqlStatement> further) {
        return new SqlQuery<>(model, source, text, statement -> further.apply(binding.apply(statement)));
    }

    private SqlRows<T> rows(AsyncSession session) {
        return binding.apply(session.sql(text)).as(model);
    }

    /** {@link SqlRows#all()}. */
    public Uni<List<T>> all() {
        return source.reading(session -> rows(session).all());
    }

    /** {@link SqlRows#first()}. */
    public Uni<@Nullable T> first() {
        return source.reading(session -> rows(session).first());
    }

    /** {@link SqlRows#one()}. */
    public Uni<T> one() {
        return source.reading(session -> rows(session).one());
    }

    /** {@link SqlRows#oneOrNull()}. */
    public Uni<@Nullable T> oneOrNull() {
        return source.reading(session -> rows(session).oneOrNull());
    }

    /** {@link SqlRows#stream()}. */
    public Multi<T> stream() {
        return source.streaming(session -> rows(session).stream());
    }

    /** The text, without values. */
    @Override
    public String toString() {
        return text;
    }
}
