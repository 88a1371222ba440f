package dev.unirow.model.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A model that validation came to, and how. The way is written out only where something is to be told of the model: of
 * a long chain that would cost the square of its length.
 *
 * @param from the model before; null at the first
 * @param step from the path of that one to the path of this one
 */
public record Reached(Object model, @Nullable Reached from, UnaryOperator<PropertyPath> step) {
    public PropertyPath path() {
        Deque<UnaryOperator<PropertyPath>> steps = new ArrayDeque<>();
        for (Reached at = this; at != null; at = at.from) {
            steps.push(at.step);
        }
        PropertyPath path = PropertyPath.ROOT;
        for (UnaryOperator<PropertyPath> next : steps) {
            path = next.apply(path);
        }
        return path;
    }
}
