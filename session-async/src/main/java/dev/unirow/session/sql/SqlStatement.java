package dev.unirow.session.sql;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement in SQL, for one session, with values bound to its parameters. Immutable: {@code bind} returns another
 * one. Parameters are written {@code :name}, or {@code ?} throughout, on every database; not in literals, comments,
 * quoted names and casts. A colon that begins no name is written {@code \:}, and PostgreSQL's operator {@code ?} as
 * {@code ??} where no parameter has a name.
 *
 * <p>{@snippet : session.sql("select name, age from pet where age > :age").bind("age", 3).as(PetAge.class).all() }
 *
 * <p>It is sent in the session's transaction, after what was added, changed and deleted. Its text prints it, without
 * values. Nothing of Unirow is applied to what it writes: no validation, no version, no time of the last update.
 */
public interface SqlStatement {
    /**
     * Binds a value to the parameter that is written {@code :name}. A collection stands for its elements, as {@code in
     * (:names)} takes them. Numbers, texts, times, UUIDs and bytes are bound as those of models are, an enum by its
     * name, and a map or Jackson's {@code JsonNode} as JSON.
     *
     * @throws IllegalArgumentException if the statement has no such parameter, the collection is empty, or the value is
     *     one that not every database can keep or take
     */
    SqlStatement bind(String name, @Nullable Object value);

    /** {@link #bind(String, Object)} for several. */
    SqlStatement bind(Map<String, ? extends @Nullable Object> values);

    /**
     * Binds values to the parameters that are written {@code ?}, in their order, instead of those bound before.
     *
     * @throws IllegalArgumentException if there are more or fewer of them, or one is refused as in {@link #bind(String,
     *     Object)}
     */
    SqlStatement bindAll(@Nullable Object... values);

    /**
     * Its rows as objects of a class: a record, with a component for each column, {@code first_name} or
     * {@code firstName}; a model of this database; or the type of the only column.
     *
     * <p>Of a model's rows only the key is taken. What the session does not track yet is read by one further statement,
     * with all that belongs to it, so that the statement need not select it: {@code select id from pet where …}. A
     * model that the session tracks is that very object, with the values it has.
     *
     * @throws IllegalArgumentException if the class is an entity that is no model of this database, or whose key refers
     *     to another model
     */
    <R> SqlRows<R> as(Class<R> row);

    /** Its rows as unmodifiable maps, each by the labels of its columns in their order. */
    SqlRows<Map<String, @Nullable Object>> asMaps();

    /**
     * Runs it, for what it changes, past the models that the session tracks: those keep the values they have until they
     * are refreshed. Keys that the database makes are read by {@link #as} of an {@code insert … returning id}.
     *
     * @return how many rows it changed; {@link dev.unirow.session.exception.ReadOnlySessionException} in a session that
     *     only reads
     * @throws IllegalArgumentException if a parameter has no value
     */
    Uni<Integer> execute();
}
