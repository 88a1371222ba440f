package dev.unirow.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/**
 * A record of what is to change in a model. A component that is null says nothing; an empty {@link java.util.Optional}
 * says null. Any Jackson mapper reads and writes it so: a key that is missing is null, a key with null is empty.
 *
 * @param <M> the model
 */
@JsonSerialize(using = ChangesSerializer.class)
@JsonDeserialize(using = ChangesDeserializer.class)
public interface Changes<M> {
    /**
     * Changes what is said, and nothing else, as {@link Models#patch(Object, Record)} does.
     *
     * @return the model
     * @throws InvalidModelException with all problems at once; the model is as it was
     * @throws IllegalStateException if the model is not loaded
     */
    M applyTo(M model);
}
