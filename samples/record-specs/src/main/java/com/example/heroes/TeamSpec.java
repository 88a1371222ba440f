package com.example.heroes;

import dev.unirow.model.ModelSpec;
import jakarta.persistence.OneToMany;
import java.util.List;

@ModelSpec(dto = "public")
record TeamSpec(String name, @OneToMany(mappedBy = "team") List<HeroSpec> heroes) {}
