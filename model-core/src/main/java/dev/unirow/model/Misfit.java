package dev.unirow.model;

/** A value that does not fit its property; the message is what is to be said of the property, never the value. */
final class Misfit extends Exception {

    private static final long serialVersionUID = 1L;

    Misfit(String message) {
        super(message, null, false, false);
    }
}
