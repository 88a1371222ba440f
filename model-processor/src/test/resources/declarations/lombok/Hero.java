package heroes;

import dev.unirow.model.DerivedDtos;
import dev.unirow.model.Model;
import dev.unirow.model.Private;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.jspecify.annotations.Nullable;

@Entity
@Table(indexes = {@Index(columnList = "name"), @Index(columnList = "age")})
@DerivedDtos({"create", "update", "public", "public+team"})
@Getter
@Setter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Hero extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Setter(AccessLevel.NONE)
    private @Nullable Long id;

    @NotNull
    private String name;

    @NotNull
    @Private
    private String secretName;

    private @Nullable Integer age;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Team team;

    public Hero(String name, String secretName) {
        this.name = name;
        this.secretName = secretName;
    }
}
