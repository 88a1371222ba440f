package dev.unirow.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/**
 * Writes the class and the DTO records of each spec, and the DTO records of hand-written models. What it writes depends
 * on the spec and what that refers to alone.
 */
public final class ModelProcessor extends AbstractProcessor {
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Names.MODEL_SPEC, Names.DERIVED_DTOS, Names.DTO, Names.DTO_LIST);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> declared = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            declared.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)));
        }
        for (TypeElement type : declared) {
            generate(type, round.getRootElements());
        }
        return false;
    }

    private void generate(TypeElement type, Set<? extends Element> compiled) {
        Problems problems = new Problems(processingEnv.getMessager());
        ModelReader reader = new ModelReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        if (Marks.of(type).has(Names.MODEL_SPEC) && !TypeNames.isSpec(type)) {
            problems.errorAt(
                    type,
                    Marks.of(type),
                    Names.MODEL_SPEC,
                    "'" + type.getSimpleName()
                            + "' is no record: a spec is one. A class is a model by @Entity, and has DTO records by @DerivedDtos.");
            return;
        }
        ModelSource model = reader.read(type);
        NormalizeRules normalizers = new NormalizeRules(processingEnv.getTypeUtils(), problems);
        model.attributes().forEach(normalizers::check);
        List<TypeSpec.Builder> sources = new ArrayList<>();
        if (model.isSpec()) {
            boolean active = Marks.of(type).says(Names.MODEL_SPEC, "active", true);
            new SpecRules(processingEnv.getElementUtils(), reader, problems, model, active).check(compiled);
            if (problems.any()) {
                return;
            }
            sources.add(new EntityWriter(model, active, reader.documentation(type)).write());
        }
        sources.addAll(new Dtos(reader, problems, model).write());
        if (!problems.any()) {
            sources.forEach(source -> write(model, source));
        }
    }

    private void write(ModelSource model, TypeSpec.Builder written) {
        TypeSpec source = generated(model, written).build();
        String packageName = model.name().packageName();
        JavaFile file = JavaFile.builder(packageName, source)
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
        String name = packageName.isEmpty() ? source.name() : packageName + "." + source.name();
        try {
            JavaFileObject target = processingEnv.getFiler().createSourceFile(name, model.element());
            try (Writer writer = target.openWriter()) {
                writer.write(Layout.of(file.toString()));
            }
        } catch (IOException e) {
            new Problems(processingEnv.getMessager())
                    .error(model.element(), "'" + name + "' could not be written: " + e.getMessage());
        }
    }

    private TypeSpec.Builder generated(ModelSource model, TypeSpec.Builder source) {
        Elements elements = processingEnv.getElementUtils();
        TypeElement generated =
                elements.getTypeElement(elements.getModuleOf(model.element()), Names.GENERATED.canonicalName());
        // a module may do without java.compiler
        return generated == null
                ? source
                : source.addAnnotation(AnnotationSpec.builder(Names.GENERATED)
                        .addMember("value", "$S", ModelProcessor.class.getName())
                        .build());
    }
}
