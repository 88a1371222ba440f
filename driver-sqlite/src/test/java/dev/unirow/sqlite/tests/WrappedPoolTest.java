package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqlitePool;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.junit.jupiter.api.Test;

/** Others may stand between Hibernate Reactive and the pool, for instance to log statements. */
class WrappedPoolTest {
    private final List<String> calls = new ArrayList<>();

    @Test
    void everythingWorksThroughADecorator() {
        SqlitePool pool = SqlitePool.open(SqliteConfig.memory());
        Mutiny.SessionFactory factory =
                Factory.over(pool, inner -> recording(ReactiveConnectionPool.class, inner), Author.class);
        HibernateContract.await(factory.withTransaction(
                session -> session.createNativeQuery(Author.TABLES.get(0)).executeUpdate()));
        Author ada = new Author("Ada");
        HibernateContract.await(factory.withTransaction(session -> session.persist(ada)));
        assertThat(ada.id).isEqualTo(1);
        assertThat(catchThrowable(() -> HibernateContract.await(
                        factory.withTransaction(session -> session.persist(new Author("Ada"))))))
                .isInstanceOf(ConstraintViolationException.class);
        assertThat(calls)
                .contains("beginTransaction", "commitTransaction", "rollbackTransaction", "close")
                .anyMatch(call -> call.contains("Generated") || call.contains("Identifier"));
        factory.close();
        pool.close();
    }

    private <T> T recording(Class<T> type, T inner) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    Object result;
                    try {
                        result = method.invoke(inner, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (result instanceof ReactiveConnection connection) {
                        return recording(ReactiveConnection.class, connection);
                    }
                    if (result instanceof CompletionStage<?> stage
                            && method.getName().equals("getConnection")) {
                        return stage.thenApply(
                                connection -> recording(ReactiveConnection.class, (ReactiveConnection) connection));
                    }
                    return result;
                }));
    }
}
