package dev.unirow.testing.existing;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Turns calls of a model's accessors into those of the style: what someone would have written who had such models. */
final class CallRewriting {
    private final ModelStyle style;
    private final Function<String, @Nullable ModelCode> models;

    /** @param models the models by the internal names of their classes */
    CallRewriting(ModelStyle style, Function<String, @Nullable ModelCode> models) {
        this.style = style;
        this.models = models;
    }

    void rewrite(ClassNode code) {
        for (MethodNode method : code.methods) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (instruction instanceof MethodInsnNode call) {
                    rewrite(method, call);
                } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                    rewrite(dynamic);
                }
            }
        }
    }

    private void rewrite(MethodNode method, MethodInsnNode call) {
        ModelCode model = models.apply(call.owner);
        if (model == null) {
            return;
        }
        FieldNode read = model.readBy(call.name, call.desc);
        FieldNode assigned = model.assignedBy(call.name, call.desc);
        if (read != null) {
            call.name = style.getter(read);
        } else if (assigned != null) {
            assign(method, call, style.setter(assigned));
        }
    }

    /** A setter answers with nothing: the model stays on the stack for what its answer was used for. */
    private static void assign(MethodNode method, MethodInsnNode call, String setter) {
        Type value = Type.getArgumentTypes(call.desc)[0];
        int local = method.maxLocals;
        InsnList before = new InsnList();
        before.add(new VarInsnNode(value.getOpcode(Opcodes.ISTORE), local));
        before.add(new InsnNode(Opcodes.DUP));
        before.add(new VarInsnNode(value.getOpcode(Opcodes.ILOAD), local));
        method.instructions.insertBefore(call, before);
        method.maxLocals += value.getSize();
        method.maxStack += 1;
        call.name = setter;
        call.desc = Type.getMethodDescriptor(Type.VOID_TYPE, value);
    }

    private void rewrite(InvokeDynamicInsnNode dynamic) {
        for (int i = 0; i < dynamic.bsmArgs.length; i++) {
            if (dynamic.bsmArgs[i] instanceof Handle handle) {
                dynamic.bsmArgs[i] = rewritten(handle);
            }
        }
    }

    private Handle rewritten(Handle handle) {
        ModelCode model = models.apply(handle.getOwner());
        if (model == null) {
            return handle;
        }
        if (model.assignedBy(handle.getName(), handle.getDesc()) != null) {
            throw new IllegalArgumentException("Write a lambda for " + handle + ": a setter answers with nothing.");
        }
        FieldNode read = model.readBy(handle.getName(), handle.getDesc());
        return read == null
                ? handle
                : new Handle(
                        handle.getTag(), handle.getOwner(), style.getter(read), handle.getDesc(), handle.isInterface());
    }
}
