package dev.unirow.session.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.engine.spi.Managed;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract of references, over classes enhanced while they are loaded. */
class EnhancedReferenceTest {
    private static final String HERE = EnhancedReferenceTest.class.getPackageName() + ".";
    private static final Set<String> MODELS = Set.of(HERE + "Album", HERE + "Track", HERE + "Seat");
    private static final Set<String> HANDLERS =
            Set.of(HERE + "SeatId", HERE + "Orm", HERE + "ReferenceContract", HERE + "ReferenceTest");

    private static boolean isHandler(String name) {
        return HANDLERS.contains(name) || name.startsWith(HERE + "ReferenceContract$");
    }

    @TestFactory
    Stream<DynamicTest> referencesOfEnhancedClasses() throws ReflectiveOperationException {
        ClassLoader loader = new EnhancingLoader(getClass().getClassLoader(), MODELS, EnhancedReferenceTest::isHandler);
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
}
