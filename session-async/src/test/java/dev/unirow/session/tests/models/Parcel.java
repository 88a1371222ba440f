package dev.unirow.session.tests.models;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.DecimalMin;

/** An entity that knows nothing of Unirow. */
@Entity
public class Parcel {
    @Id
    private String label;

    @DecimalMin("1") @DecimalMin(value = "2", message = "${validatedValue} is too light") private int weight;

    protected Parcel() {}

    public Parcel(String label, int weight) {
        this.label = label;
        this.weight = weight;
    }
}
