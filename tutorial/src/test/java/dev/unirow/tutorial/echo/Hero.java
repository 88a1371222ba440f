package dev.unirow.tutorial.echo;

import dev.unirow.model.Model;
import dev.unirow.model.Private;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
class Hero extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    // region private
    @Private
    private String secretName;
    // endregion

    protected Hero() {}

    Hero(String name, String secretName) {
        this.name = name;
        this.secretName = secretName;
    }

    Long id() {
        return id;
    }

    String name() {
        return name;
    }

    String secretName() {
        return secretName;
    }
}
