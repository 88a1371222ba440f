package dev.unirow.session.internal.failure;

import dev.unirow.session.exception.StatementException;
import dev.unirow.session.internal.unit.UnsavedReferenceException;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.TransientObjectException;

/**
 * A model that is to be written refers to one that has no row and is not about to get one: add() does not follow
 * references.
 */
final class UnsavedReference {
    private UnsavedReference() {}

    static Optional<Throwable> in(CauseChain chain, Throwable failure) {
        return chain.first(UnsavedReferenceException.class)
                .map(UnsavedReference::sentence)
                .or(
                        () -> chain.first(TransientObjectException.class)
                                .filter(found ->
                                        String.valueOf(found.getMessage()).contains("unsaved"))
                                .map(
                                        found ->
                                                "A model refers to another one that was not added and has no row. Add that as well, in "
                                                        + "one addAll() or before, or set cascade = CascadeType.PERSIST on the reference"))
                .map(sentence -> new StatementException(sentence + ".", null, failure));
    }

    private static String sentence(UnsavedReferenceException found) {
        String owner = found.owner().getSimpleName();
        String referred = found.referred().getSimpleName();
        String attribute = owner + "." + found.attribute();
        return "'" + attribute + "' refers to a " + referred
                + " that was not added and has no row. Add it as well, as in addAll(" + variable(referred) + ", "
                + variable(owner) + "), or set cascade = CascadeType.PERSIST on '" + attribute + "'";
    }

    private static String variable(String type) {
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }
}
