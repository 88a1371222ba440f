package dev.unirow.session.internal.unit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Objects of the program that have nothing but a key, and that models of one session refer to. They stay where they
 * are, and the foreign key says whether there is such a row: Hibernate would take some of them for new models that
 * somebody forgot to add.
 */
final class ReferredKeys {
    private final Set<Object> objects = Collections.newSetFromMap(new IdentityHashMap<>());

    void add(Object referred) {
        objects.add(referred);
    }

    /** It is a model of its own from now on. */
    void remove(Object model) {
        objects.remove(model);
    }

    void clear() {
        objects.clear();
    }

    /**
     * An interceptor that knows of the objects, empties what new rows cannot have, and otherwise does as the
     * application's own.
     */
    Interceptor over(@Nullable Interceptor own) {
        if (own == null) {
            return new Interceptor() {
                @Override
                public @Nullable Boolean isTransient(Object entity) {
                    return isNoNewModel(entity);
                }

                // Hibernate Reactive does not call onPersist, which calls this
                @Override
                @SuppressWarnings("deprecation")
                public boolean onSave(
                        Object entity, Object id, @Nullable Object[] state, String[] names, Type[] types) {
                    return NewRows.emptyUnloaded(state, types);
                }
            };
        }
        return (Interceptor) Proxy.newProxyInstance(
                Interceptor.class.getClassLoader(), new Class<?>[] {Interceptor.class}, (proxy, method, arguments) -> {
                    Boolean known = method.getName().equals("isTransient") ? isNoNewModel(arguments[0]) : null;
                    boolean emptied = (method.getName().equals("onSave")
                                    || method.getName().equals("onPersist"))
                            && NewRows.emptyUnloaded((Object[]) arguments[2], (Type[]) arguments[4]);
                    try {
                        Object result = known != null ? known : method.invoke(own, arguments);
                        return emptied ? true : result;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    /** False, or null where Hibernate is to find out. */
    private @Nullable Boolean isNoNewModel(Object entity) {
        return objects.contains(entity) ? Boolean.FALSE : null;
    }
}
