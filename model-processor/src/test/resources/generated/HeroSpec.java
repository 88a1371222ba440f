package heroes;

import static jakarta.persistence.FetchType.LAZY;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.unirow.model.Default;
import dev.unirow.model.Dto;
import dev.unirow.model.ModelSpec;
import dev.unirow.model.Private;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.annotations.CreationTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a secret.
 *
 * @param secretName what nobody may know
 */
@ModelSpec(dto = {"create", "update", "public", "public+team"}, active = true)
@Dto(name = "HeroCard", fields = {"name", "team"})
@Table(indexes = @Index(columnList = "name"))
record HeroSpec(
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id,
        @NotBlank @Size(max = 50) @Column(name = "hero_name", length = 50) String name,
        @NotBlank @Private String secretName,
        @Min(0) @Nullable Integer age,
        @Default("3") int lives,
        @JsonProperty("strength") double power,
        @Enumerated(EnumType.STRING) @Default("GOOD") Side side,
        @Embedded @Nullable Address address,
        @ElementCollection List<@NotBlank String> aliases,
        @CreationTimestamp java.time.Instant since,
        @Version Integer version,
        @ManyToOne(fetch = LAZY) TeamSpec team)
        implements Greets {}
