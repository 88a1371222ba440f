package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import dev.unirow.query.Delete;
import dev.unirow.query.Hql;
import dev.unirow.query.Select;
import dev.unirow.query.Update;
import dev.unirow.session.sql.SqlStatement;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A session around another one: the class to extend for sessions of one's own, with methods for what the application
 * does over and over. {@link DatabaseBuilder#sessionClass} has the database make sessions of it, and
 * {@link AsyncSession#as} gives a scope's session as what it is. What is not overridden is the other session's.
 */
public abstract class ForwardingSession implements AsyncSession {
    private final AsyncSession delegate;

    protected ForwardingSession(AsyncSession delegate) {
        this.delegate = requireNonNull(delegate, "The session is null.");
    }

    /** The session of the database, past all that are around it. */
    final AsyncSession innermost() {
        return delegate instanceof ForwardingSession outer ? outer.innermost() : delegate;
    }

    @Override
    public void add(Object model) {
        delegate.add(model);
    }

    @Override
    public void addAll(Object... models) {
        delegate.addAll(models);
    }

    @Override
    public <T> Uni<@Nullable T> find(Class<T> type, Object key) {
        return delegate.find(type, key);
    }

    @Override
    public <T> Uni<@Nullable T> find(Class<T> type, Object key, LockModeType mode) {
        return delegate.find(type, key, mode);
    }

    @Override
    public <T> Uni<T> get(Class<T> type, Object key) {
        return delegate.get(type, key);
    }

    @Override
    public <T> Uni<List<T>> all(Select<T> select) {
        return delegate.all(select);
    }

    @Override
    public <T> Multi<T> stream(Select<T> select) {
        return delegate.stream(select);
    }

    @Override
    public <T> Uni<@Nullable T> first(Select<T> select) {
        return delegate.first(select);
    }

    @Override
    public <T> Uni<T> one(Select<T> select) {
        return delegate.one(select);
    }

    @Override
    public <T> Uni<@Nullable T> oneOrNull(Select<T> select) {
        return delegate.oneOrNull(select);
    }

    @Override
    public <R> Uni<List<R>> all(Hql<R> hql) {
        return delegate.all(hql);
    }

    @Override
    public <R> Multi<R> stream(Hql<R> hql) {
        return delegate.stream(hql);
    }

    @Override
    public <R> Uni<@Nullable R> first(Hql<R> hql) {
        return delegate.first(hql);
    }

    @Override
    public <R> Uni<R> one(Hql<R> hql) {
        return delegate.one(hql);
    }

    @Override
    public <R> Uni<@Nullable R> oneOrNull(Hql<R> hql) {
        return delegate.oneOrNull(hql);
    }

    @Override
    public SqlStatement sql(String text) {
        return delegate.sql(text);
    }

    @Override
    public Uni<Long> count(Select<?> select) {
        return delegate.count(select);
    }

    @Override
    public Uni<Boolean> exists(Select<?> select) {
        return delegate.exists(select);
    }

    @Override
    public Uni<Integer> execute(Update<?> update) {
        return delegate.execute(update);
    }

    @Override
    public Uni<Integer> execute(Delete<?> delete) {
        return delegate.execute(delete);
    }

    @Override
    public <T> Uni<T> insert(T model) {
        return delegate.insert(model);
    }

    @Override
    public <T> Uni<@Nullable T> insertIfAbsent(T model) {
        return delegate.insertIfAbsent(model);
    }

    @Override
    public <T> Uni<T> save(T model) {
        return delegate.save(model);
    }

    @Override
    public <T> Uni<List<T>> saveAll(Iterable<? extends T> models) {
        return delegate.saveAll(models);
    }

    @Override
    public <T> Uni<List<T>> insertAll(Iterable<? extends T> models) {
        return delegate.insertAll(models);
    }

    @Override
    public <T> Uni<T> merge(T model) {
        return delegate.merge(model);
    }

    @Override
    public <T> Uni<T> load(T model) {
        return delegate.load(model);
    }

    @Override
    public <T extends @Nullable Object> Uni<T> fetch(T reference) {
        return delegate.fetch(reference);
    }

    @Override
    public Uni<Void> detach(Object model) {
        return delegate.detach(model);
    }

    @Override
    public Uni<Void> delete(Object model) {
        return delegate.delete(model);
    }

    @Override
    public Uni<Void> flush() {
        return delegate.flush();
    }

    @Override
    public Uni<Void> commit() {
        return delegate.commit();
    }

    @Override
    public Uni<Void> rollback() {
        return delegate.rollback();
    }

    /** {@inheritDoc} The work is given this session. */
    @Override
    public <T extends @Nullable Object> Uni<T> nested(Function<? super AsyncSession, ? extends Uni<T>> work) {
        requireNonNull(work, "The work is null.");
        return delegate.nested(session -> work.apply(this));
    }

    @Override
    public <T> Uni<T> refresh(T model) {
        return delegate.refresh(model);
    }

    @Override
    public <T> Uni<T> refresh(T model, LockModeType mode) {
        return delegate.refresh(model, mode);
    }

    @Override
    public Uni<Boolean> contains(Object model) {
        return delegate.contains(model);
    }

    @Override
    public Uni<Boolean> inTransaction() {
        return delegate.inTransaction();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return delegate.unwrap(type);
    }

    @Override
    public Uni<Void> close() {
        return delegate.close();
    }
}
