package dev.unirow.session.internal.unit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.ModelPartContainer;
import org.hibernate.query.sqm.tree.SqmStatement;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.expression.SqmNamedParameter;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.query.sqm.tree.insert.SqmInsertValuesStatement;
import org.hibernate.query.sqm.tree.update.SqmAssignment;
import org.hibernate.query.sqm.tree.update.SqmUpdateStatement;
import org.hibernate.type.BasicType;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The types of parameters that are assigned to columns, where Hibernate would take a value's class for one to
 * serialise: maps and lists of JSON columns, and whatever else a mapping turns into a column.
 */
final class ParameterTypes {
    private final TypeConfiguration configuration;
    private final Map<String, ModelPart> targets = new HashMap<>();

    private ParameterTypes(TypeConfiguration configuration) {
        this.configuration = configuration;
    }

    static ParameterTypes of(SqmStatement<?> statement, TypeConfiguration configuration) {
        ParameterTypes found = new ParameterTypes(configuration);
        if (statement instanceof SqmUpdateStatement<?> update) {
            for (SqmAssignment<?> assignment : update.getSetClause().getAssignments()) {
                found.note(assignment.getTargetPath(), assignment.getValue());
            }
        } else if (statement instanceof SqmInsertValuesStatement<?> insert) {
            for (var row : insert.getValuesList()) {
                List<? extends SqmExpression<?>> values = row.getExpressions();
                for (int i = 0; i < values.size(); i++) {
                    found.note(insert.getInsertionTargetPaths().get(i), values.get(i));
                }
            }
        }
        return found;
    }

    /** What a parameter is assigned to; null for one of a condition. */
    @Nullable ModelPart target(String parameter) {
        return targets.get(parameter);
    }

    /** The type of the column that a parameter is assigned to; null where it is none of one column. */
    @Nullable BasicType<?> type(String parameter) {
        ModelPart target = targets.get(parameter);
        BasicValuedModelPart column = target == null ? null : target.asBasicValuedModelPart();
        return column != null && column.getJdbcMapping() instanceof BasicType<?> type ? type : null;
    }

    private void note(SqmPath<?> target, SqmExpression<?> value) {
        if (value instanceof SqmNamedParameter<?> parameter) {
            ModelPart part = part(target);
            if (part != null) {
                targets.put(parameter.getName(), part);
            }
        }
    }

    private @Nullable ModelPart part(SqmPath<?> path) {
        if (path instanceof SqmRoot<?> root) {
            return configuration
                    .getSessionFactory()
                    .getMappingMetamodel()
                    .getEntityDescriptor(root.getModel().getHibernateEntityName());
        }
        SqmPath<?> parent = path.getLhs();
        return parent != null && part(parent) instanceof ModelPartContainer whole
                ? whole.findSubPart(path.getNavigablePath().getLocalName(), null)
                : null;
    }
}
