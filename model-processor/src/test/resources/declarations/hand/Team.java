package heroes;

import dev.unirow.model.DerivedDtos;
import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(indexes = @Index(columnList = "name"))
@DerivedDtos({"create", "update", "public", "public+heroes"})
public class Team extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotNull
    private String name;

    @NotNull
    private String headquarters;

    @OneToMany(mappedBy = "team")
    @OrderBy("id")
    private List<Hero> heroes = new ArrayList<>();

    protected Team() {}

    public Team(String name, String headquarters) {
        this.name = name;
        this.headquarters = headquarters;
    }

    public @Nullable Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Team setName(String name) {
        this.name = name;
        return this;
    }

    public String headquarters() {
        return headquarters;
    }

    public Team setHeadquarters(String headquarters) {
        this.headquarters = headquarters;
        return this;
    }

    public List<Hero> heroes() {
        return heroes;
    }
}
