package dev.unirow.session.tests.existing;

import dev.unirow.session.internal.mapping.EnhancingLoader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.engine.spi.Managed;

/**
 * Owners and their pets, written in one of the ways that existing code is written in.
 *
 * @param neutered the name of the pet's property that says yes or no
 */
public record Family(String name, Class<?> owner, Class<?> pet, String neutered) {
    private static final Family ENHANCED = enhanced();

    public static Stream<Family> all() {
        return Stream.of(
                new Family("JavaBeans", BeanOwner.class, BeanPet.class, "neutered"),
                new Family("Lombok", LombokOwner.class, LombokPet.class, "neutered"),
                new Family("Kotlin", KotlinOwner.class, KotlinPet.class, "isNeutered"),
                ENHANCED);
    }

    /** Kotlin's classes once more, as Hibernate's build plug-in leaves them. */
    private static Family enhanced() {
        ClassLoader loader = new EnhancingLoader(
                Family.class.getClassLoader(),
                Set.of(KotlinOwner.class.getName(), KotlinPet.class.getName()),
                name -> false);
        try {
            Class<?> owner = loader.loadClass(KotlinOwner.class.getName());
            Class<?> pet = loader.loadClass(KotlinPet.class.getName());
            if (!Managed.class.isAssignableFrom(owner) || !Managed.class.isAssignableFrom(pet)) {
                throw new IllegalStateException("The models are not enhanced.");
            }
            return new Family("enhanced", owner, pet, "isNeutered");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    public Class<?>[] models() {
        return new Class<?>[] {owner, pet};
    }

    public Object newOwner(String name) {
        return with(make(owner), "Name", name);
    }

    public Object newPet(String name, Object owner) {
        return with(with(make(pet), "Name", name), "Owner", owner);
    }

    public Object get(Object model, String property) {
        return Stream.of("get" + property, "is" + property)
                .flatMap(name -> find(model, name).stream())
                .findFirst()
                .map(method -> call(method, model))
                .orElse(null);
    }

    public Object with(Object model, String property, Object value) {
        call(find(model, "set" + property).get(0), model, value);
        return model;
    }

    /** Looked up in the classes of this family, for the enhanced ones have namesakes. */
    private List<Method> find(Object model, String name) {
        return Arrays.stream((owner.isInstance(model) ? owner : pet).getMethods())
                .filter(method -> method.getName().equals(name))
                .toList();
    }

    private static Object call(Method method, Object model, Object... arguments) {
        try {
            return method.invoke(model, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object make(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
