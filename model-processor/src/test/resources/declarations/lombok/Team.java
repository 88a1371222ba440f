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
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.jspecify.annotations.Nullable;

@Entity
@Table(indexes = @Index(columnList = "name"))
@DerivedDtos({"create", "update", "public", "public+heroes"})
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Team extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotNull
    @Setter
    private String name;

    @NotNull
    @Setter
    private String headquarters;

    @OneToMany(mappedBy = "team")
    @OrderBy("id")
    private List<Hero> heroes = new ArrayList<>();

    public Team(String name, String headquarters) {
        this.name = name;
        this.headquarters = headquarters;
    }
}
