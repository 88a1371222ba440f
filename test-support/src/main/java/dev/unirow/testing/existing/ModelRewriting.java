package dev.unirow.testing.existing;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.TypeDescriptor;
import java.lang.runtime.ObjectMethods;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Turns a model that extends ours into one that extends nothing, with the accessors of a style for all its properties.
 */
final class ModelRewriting {
    private static final String OURS = "dev/unirow/model/Model";
    private static final String OBJECT = "java/lang/Object";
    private static final Handle OBJECT_METHODS = new Handle(
            Opcodes.H_INVOKESTATIC,
            Type.getInternalName(ObjectMethods.class),
            "bootstrap",
            MethodType.methodType(
                            Object.class,
                            MethodHandles.Lookup.class,
                            String.class,
                            TypeDescriptor.class,
                            Class.class,
                            String.class,
                            MethodHandle[].class)
                    .toMethodDescriptorString(),
            false);

    private final ModelStyle style;

    ModelRewriting(ModelStyle style) {
        this.style = style;
    }

    /**
     * @param written the class as it is written for us; {@code code} is a copy of it, whose calls are rewritten already
     */
    void rewrite(ModelCode written, ClassNode code) {
        if (OURS.equals(code.superName)) {
            extendNothing(code);
        }
        for (MethodNode method : code.methods) {
            boolean isOwn = (method.access & Opcodes.ACC_STATIC) == 0;
            FieldNode read = isOwn ? written.readBy(method.name, method.desc) : null;
            FieldNode assigned = isOwn ? written.assignedBy(method.name, method.desc) : null;
            if (read != null) {
                method.name = style.getter(read);
            } else if (assigned != null) {
                method.name = style.setter(assigned);
                answerNothing(method);
            } else if (method.name.equals("<init>") && method.desc.equals("()V")) {
                method.access = method.access & ~(Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE) | Opcodes.ACC_PUBLIC;
            }
        }
        written.ownFields().forEach(field -> addAccessors(code, field));
        if (style == ModelStyle.LOMBOK) {
            addEquality(written, code);
        }
    }

    private static void extendNothing(ClassNode code) {
        code.superName = OBJECT;
        code.signature = null;
        for (MethodNode method : code.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof MethodInsnNode call && call.owner.equals(OURS)) {
                    call.owner = OBJECT;
                }
            }
        }
    }

    private static void answerNothing(MethodNode method) {
        Type value = Type.getArgumentTypes(method.desc)[0];
        method.desc = Type.getMethodDescriptor(Type.VOID_TYPE, value);
        method.signature = null;
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            if (instruction.getOpcode() == Opcodes.ARETURN) {
                method.instructions.insertBefore(instruction, new InsnNode(Opcodes.POP));
                method.instructions.set(instruction, new InsnNode(Opcodes.RETURN));
            }
        }
    }

    private void addAccessors(ClassNode code, FieldNode field) {
        Type type = Type.getType(field.desc);
        String get = "()" + field.desc;
        String set = "(" + field.desc + ")V";
        if (!has(code, style.getter(field))) {
            MethodNode getter = new MethodNode(
                    Opcodes.ACC_PUBLIC,
                    style.getter(field),
                    get,
                    field.signature == null ? null : "()" + field.signature,
                    null);
            getter.visitVarInsn(Opcodes.ALOAD, 0);
            getter.visitFieldInsn(Opcodes.GETFIELD, code.name, field.name, field.desc);
            getter.visitInsn(type.getOpcode(Opcodes.IRETURN));
            getter.visitMaxs(2, 1);
            code.methods.add(getter);
        }
        if (!has(code, style.setter(field))) {
            MethodNode setter = new MethodNode(
                    Opcodes.ACC_PUBLIC,
                    style.setter(field),
                    set,
                    field.signature == null ? null : "(" + field.signature + ")V",
                    null);
            setter.visitVarInsn(Opcodes.ALOAD, 0);
            setter.visitVarInsn(type.getOpcode(Opcodes.ILOAD), 1);
            setter.visitFieldInsn(Opcodes.PUTFIELD, code.name, field.name, field.desc);
            setter.visitInsn(Opcodes.RETURN);
            setter.visitMaxs(3, 3);
            code.methods.add(setter);
        }
    }

    private static boolean has(ClassNode code, String method) {
        return code.methods.stream().anyMatch(each -> each.name.equals(method));
    }

    /** By the getters, as Lombok compares; references are left out, since all of them at once have no end. */
    private void addEquality(ModelCode written, ClassNode code) {
        List<FieldNode> fields = written.fields().stream()
                .filter(field -> !ModelCode.isReference(field))
                .toList();
        Object[] properties = Stream.concat(
                        Stream.of(
                                Type.getObjectType(code.name),
                                fields.stream().map(field -> field.name).collect(Collectors.joining(";"))),
                        fields.stream()
                                .map(field -> new Handle(
                                        Opcodes.H_INVOKEVIRTUAL,
                                        code.name,
                                        style.getter(field),
                                        "()" + field.desc,
                                        false)))
                .toArray();
        addObjectMethod(code, "equals", "(Ljava/lang/Object;)Z", properties);
        addObjectMethod(code, "hashCode", "()I", properties);
        addObjectMethod(code, "toString", "()Ljava/lang/String;", properties);
    }

    /** As the compiler does for records. */
    private static void addObjectMethod(ClassNode code, String name, String descriptor, Object[] properties) {
        if (has(code, name)) {
            return;
        }
        Type type = Type.getMethodType(descriptor);
        MethodNode method = new MethodNode(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        if (type.getArgumentTypes().length == 1) {
            method.visitVarInsn(Opcodes.ALOAD, 1);
        }
        method.visitInvokeDynamicInsn(
                name, descriptor.replace("(", "(L" + code.name + ";"), OBJECT_METHODS, properties);
        method.visitInsn(type.getReturnType().getOpcode(Opcodes.IRETURN));
        method.visitMaxs(2, 2);
        code.methods.add(method);
    }
}
