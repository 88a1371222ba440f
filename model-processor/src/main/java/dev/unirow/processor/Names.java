package dev.unirow.processor;

import com.palantir.javapoet.ClassName;
import java.util.Locale;

/** The types and annotations that are met by name, since the processor need not have them on its own class path. */
final class Names {
    static final String MODEL_SPEC = "dev.unirow.model.ModelSpec";
    static final String DERIVED_DTOS = "dev.unirow.model.DerivedDtos";
    static final String DTO = "dev.unirow.model.Dto";
    static final String DTO_LIST = "dev.unirow.model.Dto.List";
    static final String DEFAULT = "dev.unirow.model.Default";
    static final String NORMALIZE = "dev.unirow.model.normalize.Normalize";
    static final String NORMALIZER = "dev.unirow.model.normalize.Normalizer";
    static final String PRIVATE = "dev.unirow.model.Private";

    static final String ENTITY = "jakarta.persistence.Entity";
    static final String MAPPED_SUPERCLASS = "jakarta.persistence.MappedSuperclass";
    static final String EMBEDDABLE = "jakarta.persistence.Embeddable";
    static final String ID = "jakarta.persistence.Id";
    static final String EMBEDDED = "jakarta.persistence.Embedded";
    static final String EMBEDDED_ID = "jakarta.persistence.EmbeddedId";
    static final String ID_CLASS = "jakarta.persistence.IdClass";
    static final String GENERATED_VALUE = "jakarta.persistence.GeneratedValue";
    static final String VERSION = "jakarta.persistence.Version";
    static final String TRANSIENT = "jakarta.persistence.Transient";
    static final String COLUMN = "jakarta.persistence.Column";
    static final String JOIN_COLUMN = "jakarta.persistence.JoinColumn";
    static final String BASIC = "jakarta.persistence.Basic";
    static final String MANY_TO_ONE = "jakarta.persistence.ManyToOne";
    static final String ONE_TO_ONE = "jakarta.persistence.OneToOne";
    static final String ONE_TO_MANY = "jakarta.persistence.OneToMany";
    static final String MANY_TO_MANY = "jakarta.persistence.ManyToMany";
    static final String ELEMENT_COLLECTION = "jakarta.persistence.ElementCollection";

    static final ClassName MODEL = ClassName.get("dev.unirow.model", "Model");
    static final ClassName MODELS = ClassName.get("dev.unirow.model", "Models");
    static final ClassName CHANGES = ClassName.get("dev.unirow.model", "Changes");
    static final ClassName ACTIVE_RECORD = ClassName.get("dev.unirow.active", "ActiveRecord");
    static final ClassName QUERY_SET = ClassName.get("dev.unirow.active", "QuerySet");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    static final ClassName NOT_NULL = ClassName.get("jakarta.validation.constraints", "NotNull");
    static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    private Names() {}

    static ClassName persistence(String qualified) {
        return ClassName.bestGuess(qualified);
    }

    static String capitalized(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    }

    static String decapitalized(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toLowerCase(Locale.ROOT) + name.substring(first);
    }
}
