package dev.unirow.migrate;

import dev.unirow.model.Naming;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import java.util.List;
import java.util.Map;

/** The models themselves, from which the schema of a database that is not connected can be had. */
record OfflineModels(Naming naming, List<Class<?>> models) {

    OfflineModels {
        models = List.copyOf(models);
    }

    /** Blocks about half a second. */
    Schema wanted(Target target) {
        return Schemas.wanted(target, naming, models, Map.of());
    }
}
