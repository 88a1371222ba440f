package dev.unirow.model.tests;

import dev.unirow.model.ModelSpec;
import jakarta.persistence.OneToMany;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

@ModelSpec
record AlbumSpec(
        @NotBlank @Size(max = 50) String name,
        @OneToMany(mappedBy = "album") List<@Valid TrackSpec> tracks) {}
