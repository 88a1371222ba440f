package dev.unirow.model.internal;

/** A value that does not fit its property; the message is what is to be said of the property, never the value. */
public final class Misfit extends Exception {
    public Misfit(String message) {
        super(message, null, false, false);
    }
}
