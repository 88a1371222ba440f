import dev.unirow.model.ModelSpec;

@ModelSpec
record TicketSpec(boolean validate) {}
