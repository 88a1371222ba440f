import dev.unirow.model.DerivedDtos;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@DerivedDtos("public")
class Hero {
    @Id
    private Long id;

    private String name;

    Long getId() {
        return id;
    }
}
