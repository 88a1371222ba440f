package dev.unirow.session.tests.existing;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;

/** What Lombok makes of {@code @Data @Builder}, the reference left out of equality and text. */
@Entity
@Table(name = "pet")
public class LombokPet {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank private String name;

    @Min(0) private int age = 1;

    private boolean neutered;

    @NotNull @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private LombokOwner owner;

    public LombokPet() {}

    LombokPet(Long id, String name, int age, boolean neutered, LombokOwner owner) {
        this.id = id;
        this.name = name;
        this.age = age;
        this.neutered = neutered;
        this.owner = owner;
    }

    public static LombokPetBuilder builder() {
        return new LombokPetBuilder();
    }

    public Long getId() {
        return this.id;
    }

    public String getName() {
        return this.name;
    }

    public int getAge() {
        return this.age;
    }

    public boolean isNeutered() {
        return this.neutered;
    }

    public LombokOwner getOwner() {
        return this.owner;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public void setName(String name) {
        this.name = name;
    }

    public void setAge(int age) {
        this.age = age;
    }

    public void setNeutered(boolean neutered) {
        this.neutered = neutered;
    }

    public void setOwner(LombokOwner owner) {
        this.owner = owner;
    }

    @Override
    public boolean equals(Object o) {
        return o == this
                || (o instanceof LombokPet other
                        && Objects.equals(this.getId(), other.getId())
                        && Objects.equals(this.getName(), other.getName())
                        && this.getAge() == other.getAge()
                        && this.isNeutered() == other.isNeutered());
    }

    @Override
    public int hashCode() {
        return Objects.hash(this.getId(), this.getName(), this.getAge(), this.isNeutered());
    }

    @Override
    public String toString() {
        return "LombokPet(id=" + this.getId() + ", name=" + this.getName() + ")";
    }

    public static class LombokPetBuilder {
        private String name;
        private LombokOwner owner;

        public LombokPetBuilder name(String name) {
            this.name = name;
            return this;
        }

        public LombokPetBuilder owner(LombokOwner owner) {
            this.owner = owner;
            return this;
        }

        public LombokPet build() {
            return new LombokPet(null, this.name, 1, false, this.owner);
        }
    }
}
