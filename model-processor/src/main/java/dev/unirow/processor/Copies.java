package dev.unirow.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Annotations written anew, with all that they say; classes of specs in them become their models. */
final class Copies {
    private Copies() {}

    static AnnotationSpec of(AnnotationMirror mirror) {
        AnnotationSpec.Builder copy = AnnotationSpec.builder(ClassName.get(Marks.typeOf(mirror)));
        mirror.getElementValues()
                .forEach((element, value) ->
                        copy.addMember(element.getSimpleName().toString(), value(value)));
        return copy.build();
    }

    private static CodeBlock value(AnnotationValue value) {
        return value.accept(new ValueWriter(), null);
    }

    private static final class ValueWriter extends SimpleAnnotationValueVisitor14<CodeBlock, Void> {
        @Override
        protected CodeBlock defaultAction(Object value, Void unused) {
            return CodeBlock.of("$L", value);
        }

        @Override
        public CodeBlock visitString(String value, Void unused) {
            return CodeBlock.of("$S", value);
        }

        @Override
        public CodeBlock visitChar(char value, Void unused) {
            return Literals.character(value);
        }

        @Override
        public CodeBlock visitLong(long value, Void unused) {
            return value == (int) value ? CodeBlock.of("$L", value) : CodeBlock.of("$LL", value);
        }

        @Override
        public CodeBlock visitFloat(float value, Void unused) {
            return Literals.real(value, "f");
        }

        @Override
        public CodeBlock visitDouble(double value, Void unused) {
            return Literals.real(value, "");
        }

        @Override
        public CodeBlock visitByte(byte value, Void unused) {
            return CodeBlock.of("(byte) $L", value);
        }

        @Override
        public CodeBlock visitShort(short value, Void unused) {
            return CodeBlock.of("(short) $L", value);
        }

        @Override
        public CodeBlock visitType(TypeMirror type, Void unused) {
            return CodeBlock.of("$T.class", TypeNames.of(type));
        }

        @Override
        public CodeBlock visitEnumConstant(VariableElement constant, Void unused) {
            return CodeBlock.of(
                    "$T.$N", constant.asType(), constant.getSimpleName().toString());
        }

        @Override
        public CodeBlock visitAnnotation(AnnotationMirror mirror, Void unused) {
            return CodeBlock.of("$L", of(mirror));
        }

        @Override
        public CodeBlock visitArray(List<? extends AnnotationValue> values, Void unused) {
            if (values.size() == 1) {
                return value(values.get(0));
            }
            return values.stream().map(Copies::value).collect(CodeBlock.joining(", ", "{", "}"));
        }
    }
}
