package dev.unirow.session.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.enhance.spi.UnloadedClass;
import org.hibernate.bytecode.enhance.spi.UnloadedField;
import org.hibernate.bytecode.internal.BytecodeProviderInitiator;
import org.hibernate.engine.spi.Managed;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract of references, over classes enhanced while they are loaded. */
class EnhancedReferenceTest {

    @TestFactory
    Stream<DynamicTest> referencesOfEnhancedClasses() throws ReflectiveOperationException {
        ClassLoader loader = new EnhancingLoader(getClass().getClassLoader());
        assertThat(Managed.class).isAssignableFrom(loader.loadClass(Album.class.getName()));
        Class<?> contract = loader.loadClass(ReferenceTest.class.getName());
        List<Method> tests = Arrays.stream(contract.getSuperclass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .toList();
        assertThat(tests).hasSizeGreaterThan(5);
        Stream<DynamicTest> open = Stream.of(dynamic(contract, "open"));
        Stream<DynamicTest> close = Stream.of(dynamic(contract, "close"));
        return Stream.concat(Stream.concat(open, tests.stream().map(test -> dynamic(contract, test.getName()))), close);
    }

    private static DynamicTest dynamic(Class<?> contract, String name) {
        return DynamicTest.dynamicTest(name, () -> {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(contract.getClassLoader());
            try {
                Method method = contract.getSuperclass().getDeclaredMethod(name);
                method.setAccessible(true);
                var constructor = contract.getDeclaredConstructor();
                constructor.setAccessible(true);
                method.invoke(constructor.newInstance());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        });
    }

    /** Loads the models and what handles them by itself, the models enhanced. */
    private static final class EnhancingLoader extends ClassLoader {
        private static final String HERE = EnhancedReferenceTest.class.getPackageName() + ".";
        private static final Set<String> MODELS = Set.of(HERE + "Album", HERE + "Track", HERE + "Seat");
        private static final Set<String> HANDLERS =
                Set.of(HERE + "SeatId", HERE + "Orm", HERE + "ReferenceContract", HERE + "ReferenceTest");
        private static final String VIEWS = HERE + "ReferenceContract$";

        private final Enhancer enhancer = BytecodeProviderInitiator.buildDefaultBytecodeProvider()
                .getEnhancer(new DefaultEnhancementContext() {
                    @Override
                    public ClassLoader getLoadingClassLoader() {
                        return getParent();
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

        EnhancingLoader(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null && (MODELS.contains(name) || HANDLERS.contains(name) || name.startsWith(VIEWS))) {
                    byte[] code = read(name);
                    byte[] enhanced = MODELS.contains(name) ? enhancer.enhance(name, code) : code;
                    loaded = defineClass(name, enhanced, 0, enhanced.length);
                }
                return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
        }

        private byte[] read(String name) throws ClassNotFoundException {
            try (InputStream code = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                return code.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
