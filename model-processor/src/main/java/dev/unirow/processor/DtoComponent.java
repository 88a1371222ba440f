package dev.unirow.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * One component of a DTO record.
 *
 * @param value the expression that reads it from the model
 */
record DtoComponent(String name, TypeName type, List<AnnotationSpec> annotations, CodeBlock value) {
    ParameterSpec parameter() {
        return ParameterSpec.builder(type, name).addAnnotations(annotations).build();
    }
}
