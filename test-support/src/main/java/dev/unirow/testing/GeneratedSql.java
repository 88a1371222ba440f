package dev.unirow.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Statements whose literals, comments and names are hard to tell apart, in every form that a database knows, with the
 * row that it must return.
 */
public final class GeneratedSql {
    /** How the parameters of a statement are marked, if it has any. */
    public enum Parameters {
        NONE,
        BY_POSITION,
        BY_NAME
    }

    /**
     * A query of one row.
     *
     * @param values of its parameters by their names, in the order of their marks
     * @param row what is read, as text, by the columns' labels
     */
    public record Query(String sql, Map<String, String> values, Map<String, String> row) {}

    private final DatabaseKind kind;
    private final Random random;
    private final SqlForms forms;

    public GeneratedSql(DatabaseKind kind, long seed) {
        this.kind = kind;
        this.random = new Random(seed);
        this.forms = new SqlForms(kind, random);
    }

    public Query query(Parameters parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> row = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder("select");
        int columns = 2 + random.nextInt(3);
        for (int i = 0; i < columns; i++) {
            String value;
            sql.append(i == 0 ? "" : ",").append(forms.gap());
            if (parameters != Parameters.NONE && (i == 0 || random.nextInt(3) == 0)) {
                String name = "p" + i;
                value = name + " " + forms.text();
                values.put(name, value);
                sql.append(parameter(parameters == Parameters.BY_NAME ? ":" + name : "?"));
            } else {
                value = column(sql, parameters == Parameters.BY_POSITION);
            }
            boolean bare = random.nextInt(3) == 0;
            String label = (bare ? forms.bareName() : forms.text()) + i;
            sql.append(forms.gap()).append("as").append(forms.gap()).append(bare ? label : forms.quotedName(label));
            row.put(label, value);
        }
        sql.append(random.nextInt(3) == 0 ? forms.gap() : "");
        if (parameters != Parameters.NONE && !kind.isServer() && random.nextInt(5) == 0) {
            sql.append("/* it's ? :p0"); // which SQLite ends with the text
        }
        return new Query(sql.toString(), values, row);
    }

    /** A query of the agents whose real name is, or is not, the secret, which a literal holds. */
    public String comparison(String secret) {
        List<String> names = new ArrayList<>(List.of("real_name", "Real_Name", forms.quotedName("real_name")));
        String column = names.get(random.nextInt(names.size()));
        String literal = forms.literal(forms.text() + secret + forms.text());
        String operator = random.nextBoolean() ? "<>" : "=";
        boolean first = random.nextBoolean();
        String other = random.nextBoolean() ? "" : " or" + forms.gap() + "name = " + forms.literal(forms.text());
        return "select" + forms.gap() + "name" + forms.gap() + "from agent where"
                + forms.gap() + (first ? literal : column)
                + forms.gap() + operator + forms.gap()
                + (first ? column : literal) + other + (random.nextInt(3) == 0 ? forms.gap() : "");
    }

    /** Blanks or a comment. */
    public String gap() {
        return forms.gap();
    }

    private String parameter(String mark) {
        return switch (kind) {
            case SQLITE_FILE, SQLITE_MEMORY -> "cast(" + mark + " as text)";
            case MARIADB -> "cast(" + mark + " as char(200))";
            case POSTGRESQL -> random.nextBoolean() ? mark + "::text" : "cast(" + mark + " as text)";
        };
    }

    /** Appends an expression; returns what it is, as text. */
    private String column(StringBuilder sql, boolean byPosition) {
        switch (random.nextInt(6)) {
            case 0 -> {
                return number(sql);
            }
            case 1 -> {
                String value = forms.text();
                String name = random.nextBoolean() ? forms.quotedName(forms.text() + "x") : forms.bareName();
                sql.append("(select t.").append(name).append(forms.gap()).append("from (select ");
                sql.append(forms.literal(value)).append(" as ").append(name).append(") as t)");
                return value;
            }
            case 2 -> {
                return operator(sql, byPosition);
            }
            default -> {
                String value = forms.text();
                sql.append(forms.literal(value));
                return value;
            }
        }
    }

    private String number(StringBuilder sql) {
        boolean mariaDb = kind == DatabaseKind.MARIADB;
        switch (random.nextInt(3)) {
            case 0 -> {
                sql.append(mariaDb ? "5--3" : "5--3\n");
                return mariaDb ? "8" : "5";
            }
            case 1 -> {
                sql.append("5*/* ' */3");
                return "15";
            }
            default -> {
                sql.append(mariaDb ? "7# 2\n" : kind == DatabaseKind.POSTGRESQL ? "7# 2" : "7");
                return kind == DatabaseKind.POSTGRESQL ? "5" : "7";
            }
        }
    }

    private String operator(StringBuilder sql, boolean byPosition) {
        switch (kind) {
            case POSTGRESQL -> {
                boolean marked = byPosition && random.nextBoolean();
                sql.append(marked ? "('{\"?\": 1}'::jsonb ?? '?')::text" : "(array['a','?'])[2]::text");
                return marked ? "true" : "?";
            }
            case MARIADB -> {
                sql.append("_utf8mb4'it\\'s ?' \" \\\"?\"");
                return "it's ? \"?";
            }
            default -> {
                sql.append("'{\"a\": \"?\"}' ->> '$.a'");
                return "?";
            }
        }
    }
}
