package dev.unirow.testing.existing;

import dev.unirow.testing.DatabaseKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/**
 * Loads the tests of some packages, and the models among them in another style: classes that extend nothing, and tests
 * that call what these have. The compiler would have made the same of tests and models that were written so.
 */
public final class ExistingModels extends ClassLoader {
    private final String packages;
    private final ModelStyle style;
    private final Finish finish;
    private final Map<String, Optional<ModelCode>> models = new ConcurrentHashMap<>();
    private final CallRewriting calls;
    private final ContractRewriting contracts;

    /** What a build plug-in makes of a model's code. */
    @FunctionalInterface
    public interface Finish {
        byte[] apply(ClassLoader models, String className, byte[] code);
    }

    /** With contracts on SQLite in memory. */
    public ExistingModels(ClassLoader parent, String packages, ModelStyle style, Finish finish) {
        this(parent, packages, style, finish, DatabaseKind.SQLITE_MEMORY);
    }

    /**
     * @param packages what the names of the classes begin with
     * @param finish what is done to the code of models at last
     * @param kind the only one that contracts are run on
     */
    public ExistingModels(ClassLoader parent, String packages, ModelStyle style, Finish finish, DatabaseKind kind) {
        super(parent);
        this.packages = packages;
        this.style = style;
        this.finish = finish;
        this.calls = new CallRewriting(style, this::model);
        this.contracts = new ContractRewriting(kind);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && name.startsWith(packages)) {
                String path = name.replace('.', '/');
                byte[] code = rewritten(path);
                byte[] finished = model(path) == null ? code : finish.apply(this, name, code);
                loaded = defineClass(name, finished, 0, finished.length);
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
    }

    /** The code of models as it is in this style, for those who read code instead of loading it. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        String path = name.endsWith(".class") ? name.substring(0, name.length() - ".class".length()) : "";
        try {
            return path.startsWith(packages.replace('.', '/'))
                    ? new ByteArrayInputStream(rewritten(path))
                    : super.getResourceAsStream(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private byte[] rewritten(String path) throws ClassNotFoundException {
        ClassNode code = read(path);
        calls.rewrite(code);
        contracts.rewrite(code);
        ModelCode model = model(path);
        if (model != null) {
            new ModelRewriting(style).rewrite(model, code);
        }
        ClassWriter writer = new ClassWriter(0);
        code.accept(writer);
        return writer.toByteArray();
    }

    private @Nullable ModelCode model(String path) {
        if (!path.startsWith(packages.replace('.', '/'))) {
            return null;
        }
        Optional<ModelCode> known = models.get(path);
        if (known == null) {
            known = readModel(path);
            models.put(path, known);
        }
        return known.orElse(null);
    }

    private Optional<ModelCode> readModel(String path) {
        try {
            ClassNode code = read(path);
            return ModelCode.isModel(code) ? Optional.of(new ModelCode(code, model(code.superName))) : Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private ClassNode read(String path) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(path + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(path.replace('/', '.'));
            }
            ClassNode code = new ClassNode();
            new ClassReader(in).accept(code, 0);
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
