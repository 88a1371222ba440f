package dev.unirow.session.tests.types;

import dev.unirow.model.Model;
import dev.unirow.testing.DatabaseKind;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One property, the values that are tried in it, and what is to become of them where they do not come back. */
public final class MappedType {
    private final Class<? extends Model> model;
    private final String property;
    private final Map<Use, Object> values;
    private final Map<Use, Object> cut = new EnumMap<>(Use.class);
    private final Set<Use> without = EnumSet.noneOf(Use.class);
    private final List<Refusal> refusals = new ArrayList<>();
    private boolean apart;
    private String range = "";

    /** Why a use fails; all databases where none is named, all uses where none is. */
    public record Refusal(Set<Use> uses, Set<DatabaseKind> kinds, String sentence) {
        boolean isOf(Use use, DatabaseKind kind) {
            return (uses.isEmpty() || uses.contains(use)) && (kinds.isEmpty() || kinds.contains(kind));
        }
    }

    private MappedType(Class<? extends Model> model, String property, Map<Use, Object> values) {
        this.model = model;
        this.property = property;
        this.values = values;
        if (value(Use.LOWEST) == null) {
            without(Use.LOWEST, Use.HIGHEST);
        }
        if (field().getType().isPrimitive()) {
            without(Use.NULL);
        }
    }

    static MappedType of(
            Class<? extends Model> model,
            String property,
            Object usual,
            Object lowest,
            Object highest,
            Object awkward) {
        Map<Use, Object> values = new HashMap<>();
        values.put(Use.INSERT, usual);
        values.put(Use.LOWEST, lowest);
        values.put(Use.HIGHEST, highest);
        values.put(Use.AWKWARD, awkward);
        return new MappedType(model, property, values);
    }

    /** Of a type that has neither end. */
    static MappedType of(Class<? extends Model> model, String property, Object usual, Object awkward) {
        return of(model, property, usual, null, null, awkward);
    }

    MappedType without(Use... uses) {
        without.addAll(List.of(uses));
        return this;
    }

    /** What a value becomes, in the object and in its row. */
    MappedType cut(Use use, Object to) {
        cut.put(use, to);
        return this;
    }

    MappedType refused(Use use, String sentence, DatabaseKind... kinds) {
        refusals.add(new Refusal(Set.of(use), Set.of(kinds), sentence));
        return this;
    }

    MappedType refused(String sentence, DatabaseKind... kinds) {
        refusals.add(new Refusal(Set.of(), Set.of(kinds), sentence));
        return this;
    }

    /** In a database of its own, since others could not be opened or read beside it if it failed. */
    MappedType apart() {
        apart = true;
        return this;
    }

    /** What is promised everywhere, where two values do not say it. */
    MappedType range(String text) {
        range = text;
        return this;
    }

    public Class<? extends Model> model() {
        return model;
    }

    public String property() {
        return property;
    }

    boolean isApart() {
        return apart;
    }

    boolean isKey() {
        return property.equals("id");
    }

    boolean isVersion() {
        return property.equals("version");
    }

    boolean isFor(Use use) {
        return !without.contains(use);
    }

    /** The value of a use; that of an insert where it has none of its own. */
    Object value(Use use) {
        return values.containsKey(use) ? values.get(use) : values.get(Use.INSERT);
    }

    /** What is read after that. */
    Object expected(Use use) {
        return cut.getOrDefault(use, value(use));
    }

    Map<Use, Object> cut() {
        return cut;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    boolean isRefused(Use use, DatabaseKind kind) {
        return refusals.stream().anyMatch(each -> each.isOf(use, kind));
    }

    String range() {
        return range;
    }

    /** How it is mapped. */
    public Field field() {
        try {
            return model.getField(property);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return model.getSimpleName() + "." + property;
    }
}
