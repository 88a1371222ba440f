import dev.unirow.model.ModelSpec;
import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@ModelSpec
record PetSpec(
        @Column(nullable = true) String name,
        @Column(nullable = true) int age,
        @ManyToOne(optional = false) @JoinColumn(nullable = true) OwnerSpec owner) {}

@ModelSpec
record OwnerSpec(String name) {}
