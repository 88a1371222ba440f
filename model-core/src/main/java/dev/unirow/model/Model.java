package dev.unirow.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.unirow.model.internal.Sight;
import dev.unirow.model.normalize.Normalizer;
import dev.unirow.model.spi.SetterWatch;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a class extends to be printed, compared and validated rightly in every state: new, stored, or a reference that
 * is not loaded yet.
 *
 * <p>Everything here reads memory only and never sends SQL. On a reference that is not loaded, the key is all there is:
 * {@code Album(id=1) [sparse]}. A model is as safe for use by several threads as its own fields are.
 */
@JsonSerialize(using = ModelSerializer.class)
@JsonDeserialize(using = ModelDeserializer.class)
public abstract class Model {
    /** Named in {@code from} or {@code patch}, or assigned through a generated setter; null while there is none. */
    private transient @Nullable Set<String> named;

    /** Made from a key alone, for a row that nobody has read. */
    private transient boolean keyOnly;

    /** Looked up once, since sets compare models often; never null for long. */
    private transient Key.@Nullable Identity identity;

    /** Shared by the models of a session. */
    private transient @Nullable SetterWatch watch;

    protected Model() {}

    /**
     * The primary key, or null while any part of it is missing. A composite key is the record or object of its key
     * class, or the list of its parts in the order of declaration where there is no such class.
     */
    public final @Nullable Object pk() {
        return Key.of(this);
    }

    /**
     * Checks every constraint of this model and of what it embeds.
     *
     * @throws InvalidModelException with all violations
     */
    public final void validate() {
        Models.validate(this);
    }

    /**
     * Two models are equal if they are the same row: of the same entity, with equal keys. A model without a key equals
     * only itself.
     */
    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Model model && Key.isSameRow(this, model));
    }

    /**
     * The same for all models of an entity: a model must be found again in a set after the database gave it a key. A
     * set of many thousands compares each with many others; {@link Models#byKey(Iterable)} does not.
     */
    @Override
    public final int hashCode() {
        return identity().hash();
    }

    /**
     * As records print, with only what is set and loaded, and without what is {@link Private}: {@code Pet(id=2,
     * name="phroge")}.
     */
    @Override
    public final String toString() {
        return Printed.model(this);
    }

    /** Marks a property as set even where its value is the default; for setters. */
    protected final void markSet(String property) {
        Model target = (Model) Sight.REFERENCES.unproxy(this);
        if (target.named == null) {
            target.named = new HashSet<>();
        }
        target.named.add(property);
        SetterWatch watching = target.watch;
        if (watching != null) {
            watching.wasSet(target, property);
        }
    }

    /**
     * A value as {@code @Normalize} of the property asks for it; for setters.
     *
     * @throws InvalidModelException if a normalizer refuses it
     */
    @SuppressWarnings({"unchecked", "NullAway"
    }) // a normalizer is for the type of the property; null is for the validator
    protected final <T extends @Nullable Object> T normalized(String property, T value) {
        Normalizer<Object> normalizer = value == null ? null : Models.normalizer(getClass(), property);
        return normalizer == null ? value : (T) normalizer.normalize(value);
    }

    final Key.Identity identity() {
        Key.Identity known = identity;
        if (known == null) {
            known = Key.Identity.OF.get(getClass());
            identity = known;
        }
        return known;
    }

    final void markKeyOnly(boolean keyOnly) {
        this.keyOnly = keyOnly;
    }

    final boolean isMarkedKeyOnly() {
        return keyOnly;
    }

    final void watch(@Nullable SetterWatch watch) {
        this.watch = watch;
    }

    final boolean isMarkedSet(String property) {
        return named != null && named.contains(property);
    }
}
