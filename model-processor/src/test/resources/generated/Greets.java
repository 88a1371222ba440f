package heroes;

/** Says hello. */
public interface Greets {
    String name();

    default String greeting() {
        return "I am " + name() + ".";
    }
}
