package dev.unirow.session.tests.models;

import dev.unirow.model.ModelSpec;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

@ModelSpec
record PetSpec(
        @NotBlank @Column(unique = true) String name,

        @NotNull @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(nullable = false)
        UserSpec owner) {}
