import dev.unirow.model.ModelSpec;

@ModelSpec
record BoxSpec<T>(T content) {}
