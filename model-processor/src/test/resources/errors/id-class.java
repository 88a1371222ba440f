import dev.unirow.model.ModelSpec;
import jakarta.persistence.Id;

@ModelSpec
record SeatSpec(@Id String row, @Id int number, boolean taken) {}
