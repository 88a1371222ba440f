package dev.unirow.session.tests.models;

import dev.unirow.model.ModelSpec;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

@ModelSpec
record UserSpec(
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id,

        @NotBlank @Size(max = 50) String name,
        @Version Integer version) {}
