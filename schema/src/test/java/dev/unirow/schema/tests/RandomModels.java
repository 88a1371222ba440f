package dev.unirow.schema.tests;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sets of entities that nobody thought of, written as Java and compiled. A seed makes the same set again. */
final class RandomModels {
    private static final List<String> NAMES = List.of(
            "Order",
            "Pet",
            "Group",
            "LineItem",
            "User",
            "Table1",
            "Invoice",
            "HTMLPage",
            "Zoo",
            "AVeryLongNameOfAnEntityThatGoesOn");
    private static final List<String> FIELDS = List.of(
            "name",
            "select",
            "from",
            "price",
            "count",
            "createdAt",
            "isoCode",
            "value",
            "key",
            "order",
            "note",
            "userID");
    private static final List<String> TYPES = List.of(
            "String:@Column(length = %d)",
            "String:@Size(max = %d)",
            "String:@NotBlank @Size(max = %d)",
            "String:@Column(length = 100_000)",
            "Integer:@Min(0) @Max(%d)",
            "int:@ColumnDefault(\"%d\")",
            "Long:",
            "long:@NotNull",
            "short:",
            "Boolean:",
            "boolean:@ColumnDefault(\"true\")",
            "double:",
            "Float:",
            "java.math.BigDecimal:@Column(precision = 12, scale = 3)",
            "java.math.BigDecimal:@Digits(integer = 8, fraction = 2)",
            "java.time.LocalDate:",
            "java.time.LocalTime:",
            "java.time.LocalDateTime:@NotNull",
            "java.time.Instant:@ColumnDefault(\"current_timestamp\")",
            "java.util.UUID:",
            "byte[]:",
            "byte[]:@Lob",
            "String:@Lob",
            "String:@Comment(\"it's \\\\ %d; --\")",
            "String:@Column(unique = true, length = %d)",
            "String:@ColumnDefault(\"'it''s; %d -- x'\")",
            "Long:@ColumnDefault(\"-%d\")",
            "Integer:@GeneratedColumn(\"%d * 2\")",
            "Integer:@Check(constraints = \"1 < %d or 'it''s; -- %%' = 'x'\")",
            "char:",
            "Character:",
            "Byte:",
            "java.math.BigInteger:",
            "java.time.OffsetDateTime:",
            "java.time.OffsetTime:",
            "java.time.ZonedDateTime:",
            "java.time.Duration:",
            "java.time.Year:",
            "java.time.ZoneId:",
            "java.util.Currency:",
            "java.util.Locale:",
            "java.util.Date:@Temporal(TemporalType.DATE)",
            "java.net.URL:",
            "java.net.InetAddress:",
            "String[]:",
            "int[]:",
            "java.util.List<String>:",
            "java.util.Set<String>:@ElementCollection @Column(name = \"element of\")",
            "java.util.Map<String, Object>:@JdbcTypeCode(SqlTypes.JSON)",
            "Color:@Enumerated(EnumType.STRING)",
            "Color:@Enumerated(EnumType.ORDINAL)",
            "Color:@Enumerated(EnumType.STRING) @ColumnDefault(\"'RED'\")");

    private final Random random;
    private final String packageName;
    private final Map<String, String> sources = new LinkedHashMap<>();

    private RandomModels(long seed) {
        this.random = new Random(seed);
        this.packageName = "random.models.s" + Long.toUnsignedString(seed);
    }

    /** The classes of each seed's set. */
    static Map<Long, List<Class<?>>> compile(List<Long> seeds) {
        Map<Long, List<String>> names = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (long seed : seeds) {
            RandomModels models = new RandomModels(seed);
            names.put(seed, models.write());
            sources.putAll(models.sources);
        }
        ClassLoader loader = compiled(sources);
        Map<Long, List<Class<?>>> classes = new LinkedHashMap<>();
        names.forEach((seed, entities) -> classes.put(
                seed,
                entities.stream().<Class<?>>map(name -> load(loader, name)).toList()));
        return classes;
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> write() {
        List<String> entities = new ArrayList<>(NAMES);
        java.util.Collections.shuffle(entities, random);
        entities = entities.subList(0, 2 + random.nextInt(4));
        sources.put(packageName + ".Color", "package " + packageName + "; public enum Color { RED, GREEN }");
        for (String entity : entities) {
            sources.put(packageName + "." + entity, entity(entity, entities));
        }
        return entities.stream().map(name -> packageName + "." + name).toList();
    }

    private String entity(String name, List<String> entities) {
        StringBuilder body = new StringBuilder(List.of(
                        "  @Id private Long id;\n",
                        "  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;\n",
                        "  @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = \"" + name
                                + "\") @SequenceGenerator(name = \"" + name + "\", sequenceName = \"" + name
                                + "Numbers\", initialValue = 4, allocationSize = 3, options = \"minvalue 2 cache 7\")"
                                + " private Long id;\n")
                .get(random.nextInt(3)));
        List<String> plain = new ArrayList<>();
        for (String field : new TreeSet<>(random.ints(random.nextInt(6), 0, FIELDS.size())
                .mapToObj(FIELDS::get)
                .toList())) {
            String[] type = TYPES.get(random.nextInt(TYPES.size())).split(":", 2);
            int number = 2 + random.nextInt(80);
            boolean indexable = List.of("100_000", "@Lob", "JSON", "@ElementCollection").stream()
                            .noneMatch(type[1]::contains)
                    && !type[0].contains("[]")
                    && !type[0].contains("List<");
            body.append("  ")
                    .append(type[1].formatted(number))
                    .append(" private ")
                    .append(type[0]);
            body.append(' ').append(field).append(";\n");
            if (indexable) {
                plain.add(dev.unirow.model.Naming.snakeCase(field));
            }
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            String target = entities.get(random.nextInt(entities.size()));
            String action = List.of(
                            "",
                            "@JoinColumn(foreignKey = @ForeignKey(name = \"fk_" + name + i
                                    + "\", options = \"on update cascade on delete restrict\"))",
                            "@OnDelete(action = OnDeleteAction.CASCADE)",
                            "@OnDelete(action = OnDeleteAction.SET_NULL)")
                    .get(random.nextInt(4));
            body.append("  @ManyToOne(fetch = FetchType.LAZY) ")
                    .append(action)
                    .append(" private ")
                    .append(target);
            body.append(" ref").append(i).append(";\n");
        }
        return "package " + packageName + ";\nimport jakarta.persistence.*;\nimport jakarta.validation.constraints.*;\n"
                + Stream.of(
                                "annotations.Check",
                                "annotations.ColumnDefault",
                                "annotations.Comment",
                                "annotations.GeneratedColumn",
                                "annotations.JdbcTypeCode",
                                "annotations.OnDelete",
                                "annotations.OnDeleteAction",
                                "type.SqlTypes")
                        .map(imported -> "import org.hibernate." + imported + ";\n")
                        .collect(Collectors.joining())
                + (random.nextBoolean() ? "@Comment(\"the table of it's " + name + "\")\n" : "")
                + "@Entity(name = \"" + name + "\")\n"
                + table(plain) + "public class " + name + " {\n" + body + "}\n";
    }

    private String table(List<String> columns) {
        if (columns.isEmpty() || random.nextBoolean()) {
            return "";
        }
        String column = columns.get(random.nextInt(columns.size()));
        return random.nextBoolean()
                ? "@Table(indexes = @Index(columnList = \"" + column + (random.nextBoolean() ? " desc" : "") + ", id\""
                        + (random.nextBoolean() ? ", unique = true" : "") + "))\n"
                : "@Table(uniqueConstraints = @UniqueConstraint(columnNames = {\"" + column + "\", \"id\"}))\n";
    }

    private static ClassLoader compiled(Map<String, String> sources) {
        try {
            Path folder =
                    Files.createDirectories(Path.of("target", "random-models").toAbsolutePath());
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            List<JavaFileObject> files = new ArrayList<>();
            sources.forEach((name, text) -> files.add(new Source(name, text)));
            StringWriter messages = new StringWriter();
            String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            List<String> options =
                    List.of("-d", folder.toString(), "-proc:none", "-parameters", "-classpath", classPath);
            if (!compiler.getTask(messages, null, null, options, null, files).call()) {
                throw new IllegalStateException("The models do not compile: " + messages);
            }
            return new URLClassLoader(new URL[] {folder.toUri().toURL()}, RandomModels.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
