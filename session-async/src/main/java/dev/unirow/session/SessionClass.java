package dev.unirow.session;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.function.UnaryOperator;

/** The class of a database's sessions, where configuration names it. */
final class SessionClass {
    private SessionClass() {}

    /**
     * Makes sessions of the class.
     *
     * @throws IllegalArgumentException if it is none, or cannot be made
     */
    static UnaryOperator<AsyncSession> named(String name) {
        Constructor<?> constructor = constructor(name);
        return session -> {
            try {
                return (AsyncSession) constructor.newInstance(session);
            } catch (InvocationTargetException e) {
                throw new IllegalStateException("The session class '" + name + "' fails to be made.", e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The session class '" + name + "' cannot be made.", e);
            }
        };
    }

    private static Constructor<?> constructor(String name) {
        Class<?> type = ModelIndex.load(name, "The session class '" + name + "'");
        if (!ForwardingSession.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException("The session class '" + name + "' does not extend ForwardingSession.");
        }
        try {
            Constructor<?> constructor = type.getConstructor(AsyncSession.class);
            if (java.lang.reflect.Modifier.isPublic(type.getModifiers())
                    && !java.lang.reflect.Modifier.isAbstract(type.getModifiers())) {
                return constructor;
            }
        } catch (NoSuchMethodException e) {
            // the sentence below says it better
        }
        throw new IllegalArgumentException("The session class '" + name
                + "' must be public, not abstract, and have a public constructor for an AsyncSession.");
    }
}
