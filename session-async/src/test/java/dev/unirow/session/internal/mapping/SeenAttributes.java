package dev.unirow.session.internal.mapping;

import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.util.Map;
import java.util.TreeMap;

/** How one part of Unirow, or Hibernate, sees the attributes of a model: for each a line of text. */
public final class SeenAttributes {
    private final Map<String, String> attributes = new TreeMap<>();

    /** Of collections, whose types Hibernate replaces by its own, only the elements are compared. */
    public void add(String name, String kind, Class<?> type, Member reader) {
        boolean record = reader.getDeclaringClass().isRecord();
        String by = record ? "component" : reader instanceof Field ? "field" : reader.getName() + "()";
        String shown = kind.equals("COLLECTION") ? "" : " " + boxed(type).getSimpleName();
        attributes.put(name, kind + shown + " by " + by);
    }

    public void addElement(String name, Class<?> element) {
        attributes.merge(name, " of " + boxed(element).getSimpleName(), String::concat);
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    /** Without the parts of embedded elements, which statements do not reach. */
    SeenAttributes withoutParts(SeenAttributes of) {
        SeenAttributes fewer = new SeenAttributes();
        attributes.forEach((name, text) -> {
            int dot = name.lastIndexOf('.');
            String owner = dot < 0 ? "" : of.attributes.getOrDefault(name.substring(0, dot), "");
            if (!owner.startsWith("COLLECTION")) {
                fewer.attributes.put(name, text);
            }
        });
        return fewer;
    }

    Map<String, String> attributes() {
        return attributes;
    }
}
