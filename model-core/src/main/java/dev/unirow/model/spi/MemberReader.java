package dev.unirow.model.spi;

import dev.unirow.model.spi.MappedAttribute.Kind;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the attributes of a class by the rules of {@code PropertyContainer} of Hibernate. */
final class MemberReader {
    private final Class<?> type;
    private final BoundTypes bound;
    private final Map<String, MappedAttribute> found = new LinkedHashMap<>();

    private MemberReader(Class<?> type) {
        this.type = type;
        this.bound = new BoundTypes(type);
    }

    static List<MappedAttribute> read(Class<?> type, ClassLine line, AccessType access) {
        MemberReader reader = new MemberReader(type);
        if (type.isRecord()) {
            reader.components(AccessRules.own(type, access));
        } else if (MappedClass.isEntity(type)) {
            line.groups().forEach(reader::model);
        } else {
            line.classes().forEach(at -> reader.members(at, access).forEach(reader.found::put));
        }
        return List.copyOf(reader.found.values());
    }

    private void components(AccessType access) {
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            add(found, component.getName(), accessor, accessor, null, access);
        }
    }

    /** Of attributes of one name, that of the superclass is mapped. */
    private void model(List<Class<?>> group) {
        AccessType access = AccessRules.of(group.get(group.size() - 1));
        Map<String, MappedAttribute> own = new LinkedHashMap<>();
        group.forEach(at -> members(at, access).forEach(own::putIfAbsent));
        own.forEach((name, attribute) -> found.putIfAbsent(name, elementsAsKey(attribute, own.values())));
    }

    /** Embedded values in a collection are read as the key of the model is. */
    private static MappedAttribute elementsAsKey(MappedAttribute attribute, Collection<MappedAttribute> all) {
        if (attribute.kind() != Kind.COLLECTION || attribute.has(Access.class)) {
            return attribute;
        }
        return all.stream()
                .filter(MappedAttribute::id)
                .findFirst()
                .map(id -> new MappedAttribute(
                        attribute.name(),
                        attribute.kind(),
                        attribute.type(),
                        attribute.member(),
                        attribute.reader(),
                        attribute.writer(),
                        id.access()))
                .orElse(attribute);
    }

    private Map<String, MappedAttribute> members(Class<?> at, AccessType inherited) {
        AccessType access = AccessRules.own(at, inherited);
        List<Member> members = new ArrayList<>(explicit(at).values());
        List<String> taken = members.stream().map(Members::name).toList();
        List<? extends Member> others = access == AccessType.FIELD ? Members.fields(at) : Members.getters(at);
        others.stream().filter(member -> !taken.contains(Members.name(member))).forEach(members::add);
        Map<String, MappedAttribute> attributes = new LinkedHashMap<>();
        members.stream().sorted(asDeclared(at)).forEach(member -> add(attributes, member, access));
        return attributes;
    }

    /** Members that say themselves how they are read; a getter goes before the field of its name. */
    private static Map<String, Member> explicit(Class<?> at) {
        Map<String, Member> explicit = new LinkedHashMap<>();
        Members.fields(at).stream()
                .filter(field -> field.isAnnotationPresent(Access.class))
                .forEach(field -> explicit.put(field.getName(), field));
        Members.getters(at).stream()
                .filter(getter -> getter.isAnnotationPresent(Access.class))
                .forEach(getter -> explicit.put(Members.name(getter), getter));
        return explicit;
    }

    /**
     * The platform hands methods out in no order: a key comes first, then what has a field of its name as that is
     * declared, then the rest by name.
     */
    private static Comparator<Member> asDeclared(Class<?> at) {
        List<String> fields =
                Arrays.stream(at.getDeclaredFields()).map(Field::getName).toList();
        return Comparator.comparing((Member member) -> !(member instanceof Method getter && AccessRules.isKey(getter)))
                .thenComparing(member -> {
                    int index = fields.indexOf(Members.name(member));
                    return index < 0 ? Integer.MAX_VALUE : index;
                })
                .thenComparing(Members::name);
    }

    private void add(Map<String, MappedAttribute> attributes, Member member, AccessType inherited) {
        AccessType access = AccessRules.own((AnnotatedElement) member, inherited);
        String name = Members.name(member);
        Member other = access == AccessType.FIELD ? Members.field(type, name) : Members.getter(type, name);
        boolean itself = (member instanceof Field) == (access == AccessType.FIELD);
        Member reader = itself || other == null ? member : other;
        Member writer = reader instanceof Method getter ? Members.setter(type, getter) : Members.writer((Field) reader);
        add(attributes, name, member, reader, writer, access);
    }

    private void add(
            Map<String, MappedAttribute> attributes,
            String name,
            Member member,
            Member reader,
            @Nullable Member writer,
            AccessType access) {
        makeAccessible(reader);
        if (writer != null) {
            makeAccessible(writer);
        }
        attributes.put(name, Kinds.attribute(name, bound, member, reader, writer, access));
    }

    /** A class that its module hides is refused by those who look into its objects. */
    private static void makeAccessible(Member member) {
        ((AccessibleObject) member).trySetAccessible();
    }
}
