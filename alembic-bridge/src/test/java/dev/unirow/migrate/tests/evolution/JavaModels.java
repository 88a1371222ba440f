package dev.unirow.migrate.tests.evolution;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Generated entities as classes. */
final class JavaModels {
    private static final String IMPORTS = """
            import jakarta.persistence.*;
            import jakarta.validation.constraints.*;
            import java.math.*;
            import java.net.*;
            import java.time.*;
            import java.util.*;
            import org.hibernate.annotations.ColumnDefault;
            import org.hibernate.annotations.Comment;
            import org.hibernate.annotations.GeneratedColumn;
            import org.hibernate.annotations.JdbcTypeCode;
            import org.hibernate.annotations.OnDelete;
            import org.hibernate.annotations.OnDeleteAction;
            import org.hibernate.type.SqlTypes;
            """;

    private final Path folder;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    private int versions;

    JavaModels(Path folder) {
        this.folder = folder;
    }

    List<Class<?>> of(List<ModelTable> tables) {
        String version = "version" + ++versions;
        List<JavaFileObject> sources = new ArrayList<>();
        sources.add(new Source(version + ".Price", "package " + version + "; public record Price(int a) {}"));
        for (ModelTable table : tables) {
            sources.add(new Source(version + "." + table.key, source(version, table)));
        }
        try {
            Path classes = Files.createDirectories(folder.resolve(version));
            String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            StringWriter messages = new StringWriter();
            List<String> options =
                    List.of("-d", classes.toString(), "-proc:none", "-parameters", "-classpath", classPath);
            if (!compiler.getTask(messages, files, null, options, null, sources).call()) {
                throw new IllegalStateException("The models do not compile: " + messages);
            }
            ClassLoader loader =
                    new URLClassLoader(new URL[] {classes.toUri().toURL()}, JavaModels.class.getClassLoader());
            List<Class<?>> models = new ArrayList<>();
            for (ModelTable table : tables) {
                models.add(Class.forName(version + "." + table.key, true, loader));
            }
            return models;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String source(String version, ModelTable table) {
        return "package " + version + ";\n" + IMPORTS + "@Entity\n" + comment(table.comment)
                + "@Table(name = \"" + table.name + "\""
                + (table.schema == null ? "" : ", schema = \"" + table.schema + "\"")
                + groups(table, false, "indexes") + groups(table, true, "uniqueConstraints") + ")\npublic class "
                + table.key + " {\n  @Id "
                + (table.generated == null ? "" : "@GeneratedValue(strategy = GenerationType." + table.generated + ") ")
                + "private Long id;\n"
                + table.columns.stream().map(column -> column(table, column)).collect(Collectors.joining()) + "}\n";
    }

    private static String groups(ModelTable table, boolean constraints, String argument) {
        String all = table.groups.stream()
                .filter(group -> group.constraint() == constraints)
                .map(group -> constraints
                        ? "@UniqueConstraint(columnNames = {" + names(table, group, "\"", "") + "})"
                        : "@Index(columnList = \"" + names(table, group, "", group.descending() ? " desc" : "") + "\""
                                + (group.unique() ? ", unique = true" : "") + ")")
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : ", " + argument + " = {" + all + "}";
    }

    private static String names(ModelTable table, ModelTable.Group group, String quote, String order) {
        return group.columns().stream()
                .map(key -> quote + table.column(key).column() + quote + order)
                .collect(Collectors.joining(", "));
    }

    private static String column(ModelTable table, ModelColumn column) {
        String from = column.computedFrom;
        String facts = (column.required ? "nullable = false, " : "") + (column.unique ? "unique = true, " : "");
        StringBuilder text = new StringBuilder("  ").append(comment(column.comment));
        if (column.reference != null) {
            text.append("@ManyToOne(fetch = FetchType.LAZY, optional = " + !column.required + ") ");
            text.append(column.onDelete == null ? "" : "@OnDelete(action = OnDeleteAction." + column.onDelete + ") ");
            text.append(facts.isEmpty() ? "" : "@JoinColumn(" + facts.replaceAll(", $", "") + ") ");
            return text + "private " + column.reference + " " + column.name + ";\n";
        }
        String arguments = (facts + (column.type.arguments().isEmpty() ? "" : column.type.arguments() + ", "))
                .replaceAll(", $", "");
        text.append(arguments.isEmpty() ? "" : "@Column(" + arguments + ") ");
        text.append(column.type.annotations()).append(' ');
        if (column.defaultValue != null) {
            text.append("@ColumnDefault(\"" + column.type.values().portable(column.defaultValue) + "\") ");
        }
        if (column.max != null) {
            text.append("@Min(0) @Max(" + column.max + ") ");
        }
        if (from != null) {
            text.append("@GeneratedColumn(\"" + table.column(from).column() + " * " + column.factor + "\") ");
        }
        String java = column.type.isEnum()
                ? column.key
                : column.required && column.type.primitive() != null ? column.type.primitive() : column.type.java();
        return text + "private " + java + " " + column.name + ";\n"
                + (column.type.isEnum()
                        ? "  public enum " + column.key + " { " + String.join(", ", column.members) + " }\n"
                        : "");
    }

    private static String comment(@Nullable String comment) {
        return comment == null ? "" : "@Comment(\"" + comment + "\") ";
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
