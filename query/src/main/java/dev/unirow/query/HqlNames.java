package dev.unirow.query;

import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters and subquery aliases of one statement, named as they are needed. */
final class HqlNames {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private int subqueries;

    /** A parameter, as HQL writes it. */
    String parameter(Object value) {
        String name = "p" + (values.size() + 1);
        values.put(name, value);
        return ":" + name;
    }

    String alias() {
        subqueries++;
        return "s" + subqueries;
    }

    Map<String, Object> values() {
        return values;
    }
}
