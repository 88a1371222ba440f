package dev.unirow.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What a dump contains. Immutable: each method returns changed options.
 *
 * <p>Names are those of properties; {@code album.name} is one of a reference or an embedded value. A name that the
 * model does not have fails the dump.
 */
public final class DumpOptions {
    private static final DumpOptions ALL = new DumpOptions(Set.of(), Set.of(), Set.of(), 1);

    private enum LeftOut {
        UNSET,
        NULLS,
        DEFAULTS
    }

    private final Set<String> included;
    private final Set<String> excluded;
    private final Set<LeftOut> leftOut;
    private final int depth;

    private DumpOptions(Set<String> included, Set<String> excluded, Set<LeftOut> leftOut, int depth) {
        this.included = Set.copyOf(included);
        this.excluded = Set.copyOf(excluded);
        this.leftOut = Set.copyOf(leftOut);
        this.depth = depth;
    }

    /**
     * Everything that is loaded and not {@link Private}; models one level below, without what is below them but keys.
     */
    public static DumpOptions options() {
        return ALL;
    }

    /** Only these names, together with those included before; the one way to dump what is {@link Private}. */
    public DumpOptions include(String... names) {
        return new DumpOptions(union(included, names), excluded, leftOut, depth);
    }

    /** Not these names. */
    public DumpOptions exclude(String... names) {
        return new DumpOptions(included, union(excluded, names), leftOut, depth);
    }

    /** Only what was given or assigned, or differs from a new model. */
    public DumpOptions excludeUnset() {
        return without(LeftOut.UNSET);
    }

    /** Nothing that is null. */
    public DumpOptions excludeNull() {
        return without(LeftOut.NULLS);
    }

    /** Nothing that is as in a new model, whether it was given or not. */
    public DumpOptions excludeDefaults() {
        return without(LeftOut.DEFAULTS);
    }

    /**
     * Models below models too, as far as they are loaded. Of each model the columns come first, then what leads to
     * other models.
     */
    public DumpOptions nested() {
        return depth(Integer.MAX_VALUE);
    }

    /**
     * Models down to this many levels: with 0, references are keys and collections of models are left out; 1 is what is
     * done unasked.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public DumpOptions depth(int levels) {
        if (levels < 0) {
            throw new IllegalArgumentException("A dump cannot be " + levels + " levels deep.");
        }
        return new DumpOptions(included, excluded, leftOut, levels);
    }

    private DumpOptions without(LeftOut kind) {
        Set<LeftOut> more = EnumSet.of(kind);
        more.addAll(leftOut);
        return new DumpOptions(included, excluded, more, depth);
    }

    Set<String> named() {
        return union(included, excluded.toArray(String[]::new));
    }

    boolean isSetOnly() {
        return leftOut.contains(LeftOut.UNSET);
    }

    boolean isWithoutNulls() {
        return leftOut.contains(LeftOut.NULLS);
    }

    boolean isWithoutDefaults() {
        return leftOut.contains(LeftOut.DEFAULTS);
    }

    boolean reachesBelow(int level) {
        return level < depth;
    }

    /** Whether models are taken that are below others which are below the model itself. */
    boolean isNested() {
        return reachesBelow(1);
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
