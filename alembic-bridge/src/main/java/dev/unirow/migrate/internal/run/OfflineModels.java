package dev.unirow.migrate.internal.run;

import dev.unirow.model.Naming;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import java.util.List;
import java.util.Map;

/** The models themselves, from which the schema of a database that is not connected can be had. */
public record OfflineModels(Naming naming, List<Class<?>> models) {
    public OfflineModels {
        models = List.copyOf(models);
    }

    /** Blocks about half a second. */
    public Schema wanted(Target target) {
        return Schemas.wanted(target, naming, models, Map.of());
    }
}
