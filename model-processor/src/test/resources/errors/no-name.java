import dev.unirow.model.ModelSpec;

@ModelSpec
record Hero(String name) {}
