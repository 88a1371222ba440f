package dev.unirow.testing.existing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The code of a class of models as it is written for us: which of its methods read a property, and which assign one.
 */
record ModelCode(ClassNode code, @Nullable ModelCode parent) {
    private static final Set<String> MARKS = Set.of(
            "Ljakarta/persistence/Entity;",
            "Ljakarta/persistence/MappedSuperclass;",
            "Ljakarta/persistence/Embeddable;");
    private static final Set<String> REFERENCES = Set.of(
            "Ljakarta/persistence/ManyToOne;",
            "Ljakarta/persistence/OneToOne;",
            "Ljakarta/persistence/OneToMany;",
            "Ljakarta/persistence/ManyToMany;",
            "Ljakarta/persistence/ElementCollection;");

    /** Records need no other style, and there is none for models that store themselves. */
    private static final Set<String> KEPT = Set.of("java/lang/Record", "dev/unirow/active/ActiveRecord");

    static boolean isModel(ClassNode code) {
        return !KEPT.contains(String.valueOf(code.superName))
                && annotations(code.visibleAnnotations).anyMatch(MARKS::contains);
    }

    private static Stream<String> annotations(@Nullable List<AnnotationNode> nodes) {
        return nodes == null ? Stream.empty() : nodes.stream().map(node -> node.desc);
    }

    /** The properties of the class itself. */
    List<FieldNode> ownFields() {
        return code.fields.stream()
                .filter(field -> (field.access & (Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT)) == 0)
                .toList();
    }

    /** The properties of the class and of those that it extends. */
    List<FieldNode> fields() {
        List<FieldNode> fields = new ArrayList<>(parent == null ? List.of() : parent.fields());
        fields.addAll(ownFields());
        return fields;
    }

    static boolean isReference(FieldNode field) {
        return annotations(field.visibleAnnotations).anyMatch(REFERENCES::contains);
    }

    /** The property that a method of this class or of one that it extends reads by its very name. */
    @Nullable FieldNode readBy(String name, String descriptor) {
        MethodNode method = method(name, descriptor);
        boolean reads = Type.getArgumentCount(descriptor) == 0 && Type.getReturnType(descriptor) != Type.VOID_TYPE;
        return method != null && reads ? property(method) : null;
    }

    /** What a class says of its subclasses' properties has no field. */
    private @Nullable FieldNode property(MethodNode accessor) {
        String type = Type.getReturnType(accessor.desc).getDescriptor();
        return (accessor.access & Opcodes.ACC_ABSTRACT) == 0
                ? field(accessor.name)
                : new FieldNode(Opcodes.ACC_PRIVATE, accessor.name, type, null, null);
    }

    /** The property that a method assigns before it answers with the model itself. */
    @Nullable FieldNode assignedBy(String name, String descriptor) {
        MethodNode method = method(name, descriptor);
        boolean assigns = method != null
                && name.startsWith("set")
                && name.length() > 3
                && Type.getArgumentCount(descriptor) == 1
                && isThis(Type.getReturnType(descriptor));
        return assigns ? field(Character.toLowerCase(name.charAt(3)) + name.substring(4)) : null;
    }

    private boolean isThis(Type type) {
        return type.getSort() == Type.OBJECT
                && (type.getInternalName().equals(code.name) || (parent != null && parent.isThis(type)));
    }

    private @Nullable FieldNode field(String name) {
        return fields().stream()
                .filter(field -> field.name.equals(name))
                .findFirst()
                .orElse(null);
    }

    private @Nullable MethodNode method(String name, String descriptor) {
        return code.methods.stream()
                .filter(method -> method.name.equals(name)
                        && method.desc.equals(descriptor)
                        && (method.access & Opcodes.ACC_STATIC) == 0)
                .findFirst()
                .orElseGet(() -> parent == null ? null : parent.method(name, descriptor));
    }
}
