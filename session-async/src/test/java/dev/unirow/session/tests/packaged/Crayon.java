package dev.unirow.session.tests.packaged;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Crayon {
    @Id
    private Long id;

    /** Not a model. */
    public static class Box {}
}
