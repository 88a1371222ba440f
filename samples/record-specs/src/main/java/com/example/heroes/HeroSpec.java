package com.example.heroes;

import dev.unirow.model.ModelSpec;
import dev.unirow.model.Private;
import jakarta.persistence.FetchType;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

@ModelSpec(dto = {"create", "public+team"})
@Table(indexes = @Index(columnList = "name"))
record HeroSpec(
        @NotBlank String name,
        @Private String secretName,
        @Nullable Integer age,
        @ManyToOne(fetch = FetchType.LAZY) TeamSpec team) {}
