package dev.unirow.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What a dump contains. Immutable: each method returns changed options.
 *
 * <p>Names are those of properties; {@code album.name} is one of a reference or an embedded value. A name that the model does not have fails the dump.
 */
public final class DumpOptions {

    private static final DumpOptions ALL = new DumpOptions(Set.of(), Set.of(), false, false, false);

    private final Set<String> included;
    private final Set<String> excluded;
    private final boolean setOnly;
    private final boolean withoutNulls;
    private final boolean deep;

    private DumpOptions(
            Set<String> included, Set<String> excluded, boolean setOnly, boolean withoutNulls, boolean deep) {
        this.included = Set.copyOf(included);
        this.excluded = Set.copyOf(excluded);
        this.setOnly = setOnly;
        this.withoutNulls = withoutNulls;
        this.deep = deep;
    }

    /** Everything that is loaded and not {@link Private}; models one level below, without what is below them but keys. */
    public static DumpOptions options() {
        return ALL;
    }

    /** Only these names, together with those included before; the one way to dump what is {@link Private}. */
    public DumpOptions include(String... names) {
        return new DumpOptions(union(included, names), excluded, setOnly, withoutNulls, deep);
    }

    /** Not these names. */
    public DumpOptions exclude(String... names) {
        return new DumpOptions(included, union(excluded, names), setOnly, withoutNulls, deep);
    }

    /** Only what was given or assigned, or differs from a new model. */
    public DumpOptions excludeUnset() {
        return new DumpOptions(included, excluded, true, withoutNulls, deep);
    }

    /** Nothing that is null. */
    public DumpOptions excludeNull() {
        return new DumpOptions(included, excluded, setOnly, true, deep);
    }

    /** Models below models too, as far as they are loaded. */
    public DumpOptions nested() {
        return new DumpOptions(included, excluded, setOnly, withoutNulls, true);
    }

    Set<String> named() {
        return union(included, excluded.toArray(String[]::new));
    }

    boolean isSetOnly() {
        return setOnly;
    }

    boolean isWithoutNulls() {
        return withoutNulls;
    }

    boolean isDeep() {
        return deep;
    }

    boolean takes(String path, boolean secret) {
        if (excluded.contains(path)) {
            return false;
        }
        if (secret) {
            return included.contains(path);
        }
        return included.isEmpty()
                || included.stream()
                        .anyMatch(name ->
                                name.equals(path) || path.startsWith(name + ".") || name.startsWith(path + "."));
    }

    private static Set<String> union(Set<String> before, String... names) {
        Set<String> union = new HashSet<>(before);
        union.addAll(Arrays.asList(names));
        return union;
    }
}
