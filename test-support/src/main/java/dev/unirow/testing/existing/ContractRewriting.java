package dev.unirow.testing.existing;

import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.OnDatabase;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** Makes a contract that is run on each database one that is about a single kind. */
record ContractRewriting(DatabaseKind kind) {
    private static final String EACH = Type.getDescriptor(EachDatabase.class);

    void rewrite(ClassNode code) {
        if (code.visibleAnnotations != null && code.visibleAnnotations.removeIf(each -> each.desc.equals(EACH))) {
            AnnotationNode one = new AnnotationNode(Type.getDescriptor(OnDatabase.class));
            one.visitEnum("value", Type.getDescriptor(DatabaseKind.class), kind.name());
            code.visibleAnnotations.add(one);
        }
    }
}
