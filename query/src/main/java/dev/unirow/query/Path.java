package dev.unirow.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A column named from a model, perhaps across references, before it is known which model that is. */
record Path(List<Step> steps) {
    private static final Pattern SEPARATOR = Pattern.compile("__|\\.");

    Path {
        steps = List.copyOf(steps);
    }

    static Path of(Step step) {
        return new Path(List.of(step));
    }

    /** @param names separated as in lookups, {@code album__name}, or as in HQL, {@code album.name} */
    static Path of(String names) {
        return new Path(
                SEPARATOR.splitAsStream(names).<Step>map(Step.Named::new).toList());
    }

    Path then(Path rest) {
        return new Path(Stream.concat(steps.stream(), rest.steps.stream()).toList());
    }

    BoundPath bind(Shape root) {
        List<Attribute> attributes = new ArrayList<>();
        Shape shape = root;
        for (Step step : steps) {
            if (!attributes.isEmpty()) {
                shape = BoundPath.next(root, attributes);
            }
            attributes.add(step.in(shape));
        }
        return new BoundPath(root, attributes);
    }
}
