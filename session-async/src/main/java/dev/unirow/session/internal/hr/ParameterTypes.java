package dev.unirow.session.internal.hr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
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

/**
 * The types of parameters that are assigned to columns, where Hibernate would take a value's class for one to serialise: maps and
 * lists of JSON columns, and whatever else a mapping turns into a column.
 */
final class ParameterTypes {
    private final TypeConfiguration configuration;
    private final Map<String, BasicType<?>> types = new HashMap<>();

    private ParameterTypes(TypeConfiguration configuration) {
        this.configuration = configuration;
    }

    static Map<String, BasicType<?>> of(SqmStatement<?> statement, TypeConfiguration configuration) {
        ParameterTypes found = new ParameterTypes(configuration);
        if (statement instanceof SqmUpdateStatement<?> update) {
            for (SqmAssignment<?> assignment : update.getSetClause().getAssignments()) {
                found.note(assignment.getTargetPath(), assignment.getValue());
            }
        } else if (statement instanceof SqmInsertValuesStatement<?> insert) {
            List<? extends SqmExpression<?>> values =
                    insert.getValuesList().get(0).getExpressions();
            for (int i = 0; i < values.size(); i++) {
                found.note(insert.getInsertionTargetPaths().get(i), values.get(i));
            }
        }
        return found.types;
    }

    private void note(SqmPath<?> target, SqmExpression<?> value) {
        if (value instanceof SqmNamedParameter<?> parameter && target.getLhs() instanceof SqmRoot<?> root) {
            AttributeMapping attribute = configuration
                    .getSessionFactory()
                    .getMappingMetamodel()
                    .getEntityDescriptor(root.getModel().getHibernateEntityName())
                    .findAttributeMapping(target.getNavigablePath().getLocalName());
            BasicValuedModelPart column = attribute == null ? null : attribute.asBasicValuedModelPart();
            if (column != null && column.getJdbcMapping() instanceof BasicType<?> type) {
                types.put(parameter.getName(), type);
            }
        }
    }
}
