package dev.unirow.processor;

import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.unirow.processor.DtoRequest.Purpose;
import java.util.List;

/** Writes one DTO record. */
final class DtoWriter {
    private final ModelSource model;
    private final DtoRequest request;
    private final List<DtoComponent> components;

    DtoWriter(ModelSource model, DtoRequest request, List<DtoComponent> components) {
        this.model = model;
        this.request = request;
        this.components = components;
    }

    TypeSpec.Builder write() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        components.forEach(component -> constructor.addParameter(component.parameter()));
        TypeSpec.Builder dto = TypeSpec.recordBuilder(request.name())
                .addOriginatingElement(model.element())
                .addModifiers(PUBLIC)
                .addJavadoc(documentation())
                .recordConstructor(constructor.build());
        model.marks().mirrors().stream()
                .filter(mirror -> Copied.isOfJson(mirror) && Places.of(mirror).allow("TYPE"))
                .map(Copies::of)
                .forEach(dto::addAnnotation);
        dto.addMethod(of());
        if (purpose() == Purpose.CREATE) {
            dto.addMethod(toModel());
        } else if (purpose() == Purpose.UPDATE) {
            dto.addSuperinterface(ParameterizedTypeName.get(Names.CHANGES, model.name()));
            dto.addMethod(applyTo());
        }
        return dto;
    }

    private Purpose purpose() {
        return request.purpose().orElseThrow();
    }

    private CodeBlock documentation() {
        return switch (purpose()) {
            case CREATE -> CodeBlock.of("What a {@link $T} is made from.", model.name());
            case UPDATE ->
                CodeBlock.of(
                        "What is to change in a {@link $T}: null says nothing, an empty Optional says null.",
                        model.name());
            case PUBLIC -> CodeBlock.of("What everybody may see of a {@link $T}.", model.name());
        };
    }

    private MethodSpec of() {
        ClassName dto = model.name().peerClass(request.name());
        CodeBlock values = components.stream()
                .map(DtoComponent::value)
                .collect(CodeBlock.joining(components.size() > 2 ? ",\n" : ", "));
        String line = components.size() > 2 ? "return new $T(\n$L)" : "return new $T($L)";
        return MethodSpec.methodBuilder("of")
                .addJavadoc("What is loaded of the model; nothing is fetched.")
                .addModifiers(PUBLIC, STATIC)
                .returns(dto)
                .addParameter(model.name(), model.variable())
                .addStatement(line, dto, values)
                .build();
    }

    private MethodSpec toModel() {
        return MethodSpec.methodBuilder("toModel")
                .addJavadoc("A new model, checked; what is null here keeps its default.")
                .addModifiers(PUBLIC)
                .returns(model.name())
                .addStatement("return $T.from($T.class, this)", Names.MODELS, model.name())
                .build();
    }

    private MethodSpec applyTo() {
        return MethodSpec.methodBuilder("applyTo")
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(model.name())
                .addParameter(model.name(), model.variable())
                .addStatement("$T.patch($N, this)", Names.MODELS, model.variable())
                .addStatement("return $N", model.variable())
                .build();
    }
}
