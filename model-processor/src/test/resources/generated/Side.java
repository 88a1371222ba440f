package heroes;

/** Where somebody stands. */
public enum Side {
    GOOD,
    BAD
}
