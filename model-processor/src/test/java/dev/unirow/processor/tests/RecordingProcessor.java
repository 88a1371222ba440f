package dev.unirow.processor.tests;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.Completion;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/**
 * A processor whose files are noted with the elements that they originate in, as Gradle notes them to know what to
 * process anew.
 */
final class RecordingProcessor implements Processor {
    private final Processor processor;
    private final Map<String, List<String>> origins = new TreeMap<>();

    RecordingProcessor(Processor processor) {
        this.processor = processor;
    }

    Map<String, List<String>> origins() {
        return origins;
    }

    private void note(CharSequence file, Element... originating) {
        List<String> names = new ArrayList<>();
        for (Element element : originating) {
            names.add(element.toString());
        }
        origins.put(file.toString(), names);
    }

    @Override
    public void init(ProcessingEnvironment environment) {
        Filer filer = new RecordingFiler(environment.getFiler());
        processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private final class RecordingFiler implements Filer {
        private final Filer filer;

        RecordingFiler(Filer filer) {
            this.filer = filer;
        }

        @Override
        public JavaFileObject createSourceFile(CharSequence name, Element... originating) throws IOException {
            note(name, originating);
            return filer.createSourceFile(name, originating);
        }

        @Override
        public JavaFileObject createClassFile(CharSequence name, Element... originating) throws IOException {
            note(name, originating);
            return filer.createClassFile(name, originating);
        }

        @Override
        public FileObject createResource(
                JavaFileManager.Location location, CharSequence pkg, CharSequence name, Element... originating)
                throws IOException {
            note(name, originating);
            return filer.createResource(location, pkg, name, originating);
        }

        @Override
        public FileObject getResource(JavaFileManager.Location location, CharSequence pkg, CharSequence name)
                throws IOException {
            throw new AssertionError("Incremental processors read no files: " + name);
        }
    }

    @Override
    public Set<String> getSupportedOptions() {
        return processor.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
            Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
        return processor.getCompletions(element, annotation, member, text);
    }
}
