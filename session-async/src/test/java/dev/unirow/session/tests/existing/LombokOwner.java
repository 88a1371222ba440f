package dev.unirow.session.tests.existing;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What Lombok makes of {@code @Data @NoArgsConstructor @AllArgsConstructor}, the collection left out of equality and
 * text.
 */
@Entity
@Table(name = "owner")
public class LombokOwner {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank @Size(max = 20) @Column(name = "full_name")
    @JsonProperty("full_name")
    private String name;

    @OneToMany(mappedBy = "owner")
    private List<LombokPet> pets = new ArrayList<>();

    @Version
    private Integer version;

    public LombokOwner() {}

    public LombokOwner(Long id, String name, List<LombokPet> pets, Integer version) {
        this.id = id;
        this.name = name;
        this.pets = pets;
        this.version = version;
    }

    public Long getId() {
        return this.id;
    }

    public String getName() {
        return this.name;
    }

    public List<LombokPet> getPets() {
        return this.pets;
    }

    public Integer getVersion() {
        return this.version;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public void setName(String name) {
        this.name = name;
    }

    public void setPets(List<LombokPet> pets) {
        this.pets = pets;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }

    @Override
    public boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        return o instanceof LombokOwner other
                && other.canEqual(this)
                && Objects.equals(this.getId(), other.getId())
                && Objects.equals(this.getVersion(), other.getVersion())
                && Objects.equals(this.getName(), other.getName());
    }

    protected boolean canEqual(Object other) {
        return other instanceof LombokOwner;
    }

    @Override
    public int hashCode() {
        return Objects.hash(this.getId(), this.getVersion(), this.getName());
    }

    @Override
    public String toString() {
        return "LombokOwner(id=" + this.getId() + ", name=" + this.getName() + ", version=" + this.getVersion() + ")";
    }
}
