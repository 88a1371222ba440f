package dev.unirow.session.internal.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.Set;
import java.util.function.Predicate;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.enhance.spi.UnloadedClass;
import org.hibernate.bytecode.enhance.spi.UnloadedField;
import org.hibernate.bytecode.internal.BytecodeProviderInitiator;

/** Loads models enhanced, as the build plugin leaves them, and what handles them beside. */
public final class EnhancingLoader extends ClassLoader {
    private final Set<String> models;
    private final Predicate<String> handlers;
    private final Enhancer enhancer = enhancer(getParent());

    /**
     * @param models the names of the classes to enhance
     * @param handlers which other classes to load here, so that they see the enhanced ones
     */
    public EnhancingLoader(ClassLoader parent, Set<String> models, Predicate<String> handlers) {
        super(parent);
        this.models = models;
        this.handlers = handlers;
    }

    /** Defines a class that was not loaded yet, enhanced, where it would be loaded from. */
    public static Class<?> define(MethodHandles.Lookup where, String name) {
        ClassLoader loader = where.lookupClass().getClassLoader();
        try {
            return where.defineClass(enhance(enhancer(loader), name, read(loader, name)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("'" + name + "' cannot be enhanced.", e);
        }
    }

    /** The code of a model, enhanced. */
    public static byte[] enhanced(ClassLoader loader, String name, byte[] code) {
        return enhance(enhancer(loader), name, code);
    }

    private static Enhancer enhancer(ClassLoader loader) {
        return BytecodeProviderInitiator.buildDefaultBytecodeProvider().getEnhancer(new DefaultEnhancementContext() {
            @Override
            public ClassLoader getLoadingClassLoader() {
                return loader;
            }

            @Override
            public boolean hasLazyLoadableAttributes(UnloadedClass type) {
                return true;
            }

            // off by default in the build plugin
            @Override
            public boolean doBiDirectionalAssociationManagement(UnloadedField field) {
                return false;
            }

            @Override
            public boolean isLazyLoadable(UnloadedField field) {
                return true;
            }
        });
    }

    private static byte[] enhance(Enhancer enhancer, String name, byte[] code) {
        byte[] enhanced = enhancer.enhance(name, code);
        if (enhanced == null) {
            throw new IllegalArgumentException(
                    "Hibernate does not enhance '" + name + "': its getters are not named after its fields.");
        }
        return enhanced;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && (models.contains(name) || handlers.test(name))) {
                byte[] code = read(getParent(), name);
                byte[] enhanced = models.contains(name) ? enhance(enhancer, name, code) : code;
                loaded = defineClass(name, enhanced, 0, enhanced.length);
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
    }

    private static byte[] read(ClassLoader loader, String name) throws ClassNotFoundException {
        try (InputStream code = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return code.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
