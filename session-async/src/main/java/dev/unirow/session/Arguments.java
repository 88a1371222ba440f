package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was given to an operation for several models, as a list of its own. */
final class Arguments {
    private static final String NULL = "The models are null.";

    private Arguments() {}

    static <T> List<T> list(Iterable<? extends T> models) {
        List<T> list = new ArrayList<>();
        requireNonNull(models, NULL).forEach(list::add);
        return list;
    }

    static <T> List<T> list(T @Nullable [] models) {
        return new ArrayList<>(Arrays.asList(requireNonNull(models, NULL)));
    }

    static List<Object> list(Object first, Object second, Object[] more) {
        List<Object> list = new ArrayList<>(List.of(first, second));
        list.addAll(Arrays.asList(more));
        return list;
    }
}
