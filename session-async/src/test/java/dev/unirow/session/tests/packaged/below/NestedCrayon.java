package dev.unirow.session.tests.packaged.below;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class NestedCrayon {
    @Id
    private Long id;
}
