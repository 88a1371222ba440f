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

/**
 * What Kotlin makes of an open class with a primary constructor, and its plug-in for Jakarta Persistence of no
 * arguments.
 */
@Entity
@Table(name = "owner")
public class KotlinOwner {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank @Size(max = 20) @Column(name = "full_name")
    @JsonProperty("full_name")
    private String name;

    @OneToMany(mappedBy = "owner")
    private List<KotlinPet> pets = new ArrayList<>();

    @Version
    private Integer version;

    public KotlinOwner(String name) {
        this.name = name;
    }

    public KotlinOwner() {}

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<KotlinPet> getPets() {
        return pets;
    }

    public void setPets(List<KotlinPet> pets) {
        this.pets = pets;
    }

    public Integer getVersion() {
        return version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }
}
