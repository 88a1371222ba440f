package dev.unirow.session.internal.unit;

/** Around Hibernate's refusal of a reference to a model without a row: which attribute of which class holds it. */
public final class UnsavedReferenceException extends RuntimeException {
    private final Class<?> owner;
    private final String attribute;
    private final Class<?> referred;

    UnsavedReferenceException(Class<?> owner, String attribute, Class<?> referred, Throwable cause) {
        super(cause);
        this.owner = owner;
        this.attribute = attribute;
        this.referred = referred;
    }

    public Class<?> owner() {
        return owner;
    }

    /** With its path inside embeddables. */
    public String attribute() {
        return attribute;
    }

    public Class<?> referred() {
        return referred;
    }
}
