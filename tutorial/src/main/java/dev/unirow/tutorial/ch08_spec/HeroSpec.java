package dev.unirow.tutorial.ch08_spec;

import static jakarta.persistence.FetchType.LAZY;

import dev.unirow.model.ModelSpec;
import dev.unirow.model.Private;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Somebody with a secret. */
// region hero
@ModelSpec(dto = {"create", "update", "public", "public+team"})
@Table(indexes = {@Index(columnList = "name"), @Index(columnList = "age")})
record HeroSpec(
        String name,
        @Private String secretName,
        @Nullable Integer age,
        @ManyToOne(fetch = LAZY) TeamSpec team) {}
// endregion
