package dev.unirow.model.internal;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The views of Jackson's that a property is in.
 *
 * @param named what {@code @JsonView} says; empty if it says nothing
 * @param byDefault whether a property of which nothing is said is in every view
 */
public record JsonViews(List<Class<?>> named, boolean byDefault) {
    public static final JsonViews ALL = new JsonViews(List.of(), true);

    public static JsonViews of(BeanPropertyDefinition property, MapperConfig<?> config) {
        Class<?> @Nullable [] named = property.findViews();
        return new JsonViews(
                named == null ? List.of() : Arrays.asList(named),
                config.isEnabled(MapperFeature.DEFAULT_VIEW_INCLUSION));
    }

    /** Whether the property is there if this view is asked for; without a view all are. */
    public boolean include(@Nullable Class<?> view) {
        return view == null
                || (named.isEmpty() ? byDefault : named.stream().anyMatch(one -> one.isAssignableFrom(view)));
    }
}
