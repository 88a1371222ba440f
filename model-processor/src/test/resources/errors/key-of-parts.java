import dev.unirow.model.ModelSpec;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;

@ModelSpec(dto = "public")
record TicketSpec(String name, @ManyToOne Seat seat) {}

@Entity
class Seat implements Serializable {
    @Id
    String row;

    @Id
    int number;
}
