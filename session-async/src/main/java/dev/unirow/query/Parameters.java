package dev.unirow.query;

import java.util.LinkedHashMap;
import java.util.Map;

/** The values of one statement, named as they are added. */
final class Parameters {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The parameter as HQL writes it. */
    String add(Object value) {
        String name = "p" + (values.size() + 1);
        values.put(name, value);
        return ":" + name;
    }

    Map<String, Object> values() {
        return values;
    }
}
