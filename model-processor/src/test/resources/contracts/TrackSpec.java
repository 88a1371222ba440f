package dev.unirow.model.tests;

import dev.unirow.model.Default;
import dev.unirow.model.ModelSpec;
import dev.unirow.model.Private;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

@ModelSpec
record TrackSpec(
        @NotBlank String title,
        @Min(0) @Nullable Integer position,
        @Private @Nullable String secret,
        @Default("0") int plays,
        @Default("true") boolean available,
        @NotNull @Valid @ManyToOne(fetch = FetchType.LAZY, optional = false) AlbumSpec album) {}
