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

/** A JavaBean that is mapped by its getters, and extends nothing. */
@Entity
@Table(name = "pet")
public class BeanPet {
    private Long key;
    private String calledName;
    private int years = 1;
    private boolean neuteredFlag;
    private BeanOwner master;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long getId() {
        return key;
    }

    public void setId(Long id) {
        this.key = id;
    }

    @NotBlank public String getName() {
        return calledName;
    }

    public void setName(String name) {
        this.calledName = name;
    }

    @Min(0) public int getAge() {
        return years;
    }

    public void setAge(int age) {
        this.years = age;
    }

    public boolean isNeutered() {
        return neuteredFlag;
    }

    public void setNeutered(boolean neutered) {
        this.neuteredFlag = neutered;
    }

    @NotNull @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public BeanOwner getOwner() {
        return master;
    }

    public void setOwner(BeanOwner owner) {
        this.master = owner;
    }
}
