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
import org.jspecify.annotations.Nullable;

@Entity
@Table(indexes = {@Index(columnList = "name"), @Index(columnList = "age")})
@DerivedDtos({"create", "update", "public", "public+team"})
public class Hero extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotNull
    private String name;

    @NotNull
    @Private
    private String secretName;

    private @Nullable Integer age;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Team team;

    protected Hero() {}

    public Hero(String name, String secretName) {
        this.name = name;
        this.secretName = secretName;
    }

    public @Nullable Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Hero setName(String name) {
        this.name = name;
        return this;
    }

    public String secretName() {
        return secretName;
    }

    public Hero setSecretName(String secretName) {
        this.secretName = secretName;
        return this;
    }

    public @Nullable Integer age() {
        return age;
    }

    public Hero setAge(@Nullable Integer age) {
        this.age = age;
        markSet("age");
        return this;
    }

    public @Nullable Team team() {
        return team;
    }

    public Hero setTeam(@Nullable Team team) {
        this.team = team;
        markSet("team");
        return this;
    }
}
