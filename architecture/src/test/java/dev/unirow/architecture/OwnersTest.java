package dev.unirow.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is internal is its owner's alone; and a class that is named by a string is there. */
class OwnersTest {
    private static final Pattern CLASS_NAME = Pattern.compile("dev\\.unirow(\\.[a-z]\\w*)+(\\.[A-Z]\\w*)");

    private static final JavaClasses CLASSES = MainCode.classes();

    @Test
    void internalPackagesAreUsedByTheirOwnersOnly() {
        classes()
                .that()
                .resideInAPackage("dev.unirow..internal..")
                .should(beUsedByTheirOwner())
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> beUsedByTheirOwner() {
        return new ArchCondition<>("be used by the package that they are internal to, and those below it") {
            @Override
            public void check(JavaClass internal, ConditionEvents events) {
                String owner = owner(internal);
                for (Dependency dependency : internal.getDirectDependenciesToSelf()) {
                    String user = dependency.getOriginClass().getPackageName();
                    if (!user.equals(owner) && !user.startsWith(owner + ".")) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static String owner(JavaClass internal) {
        String name = internal.getPackageName();
        return name.substring(0, name.indexOf(".internal"));
    }

    /** Where the driver is an optional dependency, or the compiler writes code against what it does not have. */
    @Test
    void classesThatAreNamedByStringsExist() {
        Map<String, Set<String>> named = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            for (String name : classNames(type)) {
                named.computeIfAbsent(name, key -> new TreeSet<>()).add(type.getName());
            }
        }

        assertThat(named)
                .hasEntrySatisfying(
                        "dev.unirow.sqlite.dialect.SqliteDialect",
                        by -> assertThat(by).isNotEmpty())
                .hasEntrySatisfying(
                        "dev.unirow.sqlite.SqlitePool", by -> assertThat(by).isNotEmpty());
        assertThat(named.keySet()).allMatch(CLASSES::contain);
    }

    private static Set<String> classNames(JavaClass type) {
        Set<String> names = new TreeSet<>();
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream code = OwnersTest.class.getResourceAsStream(file)) {
            assertThat(code).as(file).isNotNull();
            new ClassReader(code)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access, String name, String descriptor, String signature, String[] thrown) {
                                    return new MethodVisitor(Opcodes.ASM9) {
                                        @Override
                                        public void visitLdcInsn(Object value) {
                                            if (CLASS_NAME
                                                    .matcher(value.toString())
                                                    .matches()) {
                                                names.add(value.toString());
                                            }
                                        }
                                    };
                                }
                            },
                            ClassReader.SKIP_DEBUG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
