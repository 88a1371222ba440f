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

/** A JavaBean that is mapped by its getters, and extends nothing. */
@Entity
@Table(name = "owner")
public class BeanOwner {
    private Long key;
    private String givenName;
    private List<BeanPet> animals = new ArrayList<>();
    private Integer revision;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long getId() {
        return key;
    }

    public void setId(Long id) {
        this.key = id;
    }

    @NotBlank @Size(max = 20) @Column(name = "full_name")
    @JsonProperty("full_name")
    public String getName() {
        return givenName;
    }

    public void setName(String name) {
        this.givenName = name;
    }

    @OneToMany(mappedBy = "owner")
    public List<BeanPet> getPets() {
        return animals;
    }

    public void setPets(List<BeanPet> pets) {
        this.animals = pets;
    }

    @Version
    public Integer getVersion() {
        return revision;
    }

    public void setVersion(Integer version) {
        this.revision = version;
    }
}
