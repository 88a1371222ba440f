package dev.unirow.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardLocation;

/**
 * Writes {@code META-INF/unirow/models}: the models of a compilation, a name a line, by which a database finds them
 * all. The option {@code -Aunirow.index=false} leaves it out, where one artifact has the models of several databases.
 */
public final class ModelIndexProcessor extends AbstractProcessor {
    private static final String INDEX = "META-INF/unirow/models";
    private static final String OPTION = "unirow.index";

    private final Map<String, Element> models = new TreeMap<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Names.MODEL_SPEC, Names.ENTITY);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
                String name = TypeNames.isSpec(type)
                        ? TypeNames.modelOf(type).reflectionName()
                        : processingEnv.getElementUtils().getBinaryName(type).toString();
                models.putIfAbsent(name, type);
            }
        }
        boolean wanted = !"false".equals(processingEnv.getOptions().get(OPTION));
        if (wanted && round.processingOver() && !round.errorRaised() && !models.isEmpty()) {
            write();
        }
        return false;
    }

    private void write() {
        Map<String, Element> written = new LinkedHashMap<>(models);
        try (Writer index = processingEnv
                .getFiler()
                .createResource(
                        StandardLocation.CLASS_OUTPUT,
                        "",
                        INDEX,
                        written.values().toArray(Element[]::new))
                .openWriter()) {
            for (String name : written.keySet()) {
                index.append(name).append('\n');
            }
        } catch (IOException e) {
            Element first = written.values().iterator().next();
            new Problems(processingEnv.getMessager())
                    .error(first, "the index of models '" + INDEX + "' could not be written: " + e.getMessage());
        }
    }
}
