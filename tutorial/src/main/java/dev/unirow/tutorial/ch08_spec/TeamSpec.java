package dev.unirow.tutorial.ch08_spec;

import dev.unirow.model.ModelSpec;
import jakarta.persistence.Index;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.List;

/** Heroes who stand together. */
// region team
@ModelSpec(dto = {"create", "update", "public", "public+heroes"})
@Table(indexes = @Index(columnList = "name"))
record TeamSpec(
        String name,
        String headquarters,
        @OneToMany(mappedBy = "team") @OrderBy("id") List<HeroSpec> heroes) {}
// endregion
