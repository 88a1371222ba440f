import dev.unirow.model.ModelSpec;

@ModelSpec
record HeroSpec(String name) implements Greeting {
    @Override
    public String greeting() {
        return "I am " + name;
    }
}

interface Greeting {
    String greeting();
}
