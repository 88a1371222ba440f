package dev.unirow.tutorial.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say can be typed into a jshell can. */
@Tag("slow")
class ShellTest {
    private static final Path ROOT = Path.of(System.getProperty("unirow.root"));

    @TempDir
    Path folder;

    /** The lines as they stand on the page, one fence after the other, and not those of the program beside it. */
    @Test
    void theLinesOfTheThirdChapterPrintInAShellWhatThePageSays() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/tutorial/03-session.md"));
        List<String> lines = fences(page, "java");
        List<String> plain = fences(page, ""); // what the shell begins with, and what all of it prints

        assertThat(lines).hasSizeGreaterThan(8);
        assertThat(plain).hasSize(2).first().isEqualTo(Files.readString(Shell.file("03-session.jsh")));
        Shell.Output output =
                Shell.run(Shell.file("03-session.jsh"), folder, Map.of(), String.join("\n", lines) + "\n");
        assertThat(output.printed()).isEqualTo(plain.get(1));
        assertThat(output.errors()).doesNotContain("Error:", "Exception");
    }

    private static List<String> fences(String page, String language) {
        return Pattern.compile("^```(\\w*)\\n(.*?\\n)```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(page)
                .results()
                .filter(fence -> fence.group(1).equals(language))
                .map(fence -> fence.group(2))
                .toList();
    }

    @Test
    void thePetsShellHasADatabaseASessionAndTheEchoOn() {
        String typed = """
                session.addAll(new User("chonky"), new Pet("phroge"));
                await(session.commit());
                System.out.println(await(session.all(select(Pet.class).where(text(Pet::name).startswith("ph")))));
                await(session.close());
                """;

        Shell.Output output = Shell.run(Shell.file("pets.jsh"), folder, Map.of(), typed);

        assertThat(output.errors()).doesNotContain("Error:", "Exception");
        assertThat(output.printed()).isEqualTo("""
                        INFO unirow.engine BEGIN (implicit)
                        INFO unirow.engine insert into "user" (name) values (?) returning id
                        INFO unirow.engine [0.00ms] ('chonky')
                        INFO unirow.engine insert into pet (name) values (?) returning id
                        INFO unirow.engine [0.00ms] ('phroge')
                        INFO unirow.engine COMMIT
                        INFO unirow.engine BEGIN (implicit)
                        INFO unirow.engine select p1_0.id,p1_0.name from pet p1_0 where substr(p1_0.name,1,?)=?
                        INFO unirow.engine [0.00ms] (2, 'ph')
                        [Pet(id=1, name="phroge")]
                        INFO unirow.engine ROLLBACK
                        """);
        assertThat(folder.resolve("data.db")).exists();
    }

    // an annotation on a line of its own is a whole line to jshell
    private static final String NOTE = """
            @Entity public class Note extends Model {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                private Long id;
                @NotBlank @Pattern(regexp = "[a-z ]+") @Size(max = 50) @Column(unique = true)
                private String text;
                %s
                protected Note() {}
                public Note(String text) { this.text = text; }
                public Long id() { return id; }
                public String text() { return text; }
            }
            """;
    private static final String PAPERS = """
            @Entity public abstract class Paper extends Model {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                private Long id;
                %s
            }
            @Entity public class Bill extends Paper {}
            @Entity public class Letter extends Paper {}
            """;
    private static final String MODELS_TYPED_TWICE = NOTE.formatted("")
            + PAPERS.formatted("")
            + """
                    Database first = Database.open("sqlite:///typed.db", Note.class, Paper.class, Bill.class, Letter.class);
                    await(first.createAll());
                    AsyncSession one = first.session();
                    one.addAll(new Note("old"), new Bill());
                    await(one.commit());
                    System.out.println(await(one.all(select(Note.class))).toString());
                    await(one.close());
                    first.close();
                    """
            + NOTE.formatted("private Integer weight = 3;")
            + PAPERS.formatted("private Integer pages;")
            + """
                    Database second = Database.open("sqlite:///typed.db", Note.class, Paper.class, Bill.class, Letter.class);
                    await(second.createAll());
                    await(second.connect(c -> c.execute("alter table note add column weight integer")));
                    await(second.connect(c -> c.execute("alter table paper add column pages integer")));
                    await(second.begin(s -> s.insertAll(List.of(new Note("new"), new Letter())).replaceWithVoid()));
                    AsyncSession two = second.session();
                    System.out.println(await(two.all(select(Note.class).orderBy(asc(Note::text)))).toString());
                    System.out.println(await(two.all(hql(Note.class, "from Note where weight is null"))).toString());
                    System.out.println(await(two.all(select(Paper.class).orderBy(asc(Paper::pk)))).toString());
                    await(two.close());
                    System.out.println(await(second.reflect()).tables().stream().map(t -> t.name()).sorted().toList().toString());
                    second.close();
                    """;
    private static final String PRINTED_OF_MODELS_TYPED_TWICE = """
            [Note(id=1, text="old")]
            [Note(id=2, text="new"), Note(id=1, text="old", weight=null)]
            [Note(id=1, text="old", weight=null)]
            [Bill(id=1), Letter(id=2)]
            [note, paper]
            """;

    @Test
    void aModelThatIsTypedAndTypedAgainWithAnotherFieldFindsItsRows() {
        Shell.Output output =
                Shell.run(Shell.file("pets.jsh"), folder, Map.of(), "db.echo(Echo.OFF);\n" + MODELS_TYPED_TWICE);

        assertThat(output.errors()).doesNotContain("Error:", "Exception");
        assertThat(output.printed()).isEqualTo(PRINTED_OF_MODELS_TYPED_TWICE);
    }

    @Test
    void aModelMayBeTypedIntoTheShellOfTheThirdChapter() {
        Shell.Output output = Shell.run(Shell.file("03-session.jsh"), folder, Map.of(), MODELS_TYPED_TWICE);

        assertThat(output.errors()).doesNotContain("Error:", "Exception");
        assertThat(output.printed()).isEqualTo(PRINTED_OF_MODELS_TYPED_TWICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pets.jsh", "03-session.jsh"})
    void noSimpleNameOfTheImportsMeansTwoTypes(String startup) throws IOException {
        assertThat(ShellImports.of(Files.readString(Shell.file(startup))).ambiguous())
                .isEmpty();
    }

    @Test
    void thePetsShellGoesToTheDatabaseOfTheEnvironmentAndRefusesToWaitInTheWorkOfAScope() {
        String typed = """
                db.echo(Echo.OFF);
                Long users = await(db.begin(s -> Uni.createFrom().item(await(s.count(select(User.class))))));
                Long pets = await(db.begin(s -> s.insert(new Pet("phroge")).chain(() -> s.count(select(Pet.class)))));
                System.out.println(pets + " pet, " + await(db.stats()).inUse() + " in use");
                """;

        Shell.Output output = Shell.run(
                Shell.file("pets.jsh"),
                folder,
                Map.of("DATABASE_URL", "sqlite:///" + folder.resolve("elsewhere.db")),
                typed);

        assertThat(output.errors()).contains("The result of a Uni was waited for on an event loop");
        assertThat(output.printed()).isEqualTo("1 pet, 0 in use\n");
        assertThat(folder.resolve("elsewhere.db")).exists();
        assertThat(folder.resolve("data.db")).doesNotExist();
    }

    private static final String UNIS = """
            session.commit()
            db.stats()
            db.health()
            db.createAll()
            session.find(Pet.class, 1)
            session.count(select(Pet.class))
            db.read(s -> s.all(select(Pet.class)))
            db.begin(s -> s.insert(new Pet("phroge")))
            db.connect(c -> c.execute("select 1"))
            session.stream(select(Pet.class)).collect().asList()
            session.nested(s -> s.flush())
            session.refresh(new Pet("phroge"))
            session.close()
            Database.openAsync("sqlite://", Pet.class)
            Uni.createFrom().item(1)
            session.commit().replaceWith(2).memoize().indefinitely()
            """;

    @Test
    void aUniThatNobodyAwaitedPrintsWhatRunsIt() {
        Shell.Output output =
                Shell.run(Shell.file("pets.jsh"), folder, Map.of("SHELL_ANSWERS", "yes"), "db.echo(Echo.OFF)\n" + UNIS);

        assertThat(output.errors() + output.printed()).doesNotContain("Error:", "Exception");
        assertThat(output.printed().lines().filter(line -> line.contains(" ==> ")))
                .hasSize(1 + (int) UNIS.lines().count())
                .filteredOn(line -> !line.contains("Database("))
                .hasSize((int) UNIS.lines().count())
                .allMatch(line -> line.endsWith(" ==> not run yet: await(...)"));
    }

    @Test
    void aUniThatWasAwaitedDoesNotPrintThatItWasNot() {
        String typed = """
                db.echo(Echo.OFF)
                Uni<Long> pets = db.begin(s -> s.insert(new Pet("phroge")).chain(() -> s.count(select(Pet.class))))
                await(pets)
                pets
                await(pets)
                """;

        Shell.Output output = Shell.run(Shell.file("pets.jsh"), folder, Map.of("SHELL_ANSWERS", "yes"), typed);

        assertThat(output.errors() + output.printed()).doesNotContain("Error:", "Exception");
        assertThat(output.printed())
                .contains("pets ==> not run yet: await(...)", "pets ==> run already: await(...) runs it again")
                .containsPattern("\\$\\d+ ==> 1\\R")
                .containsPattern("\\$\\d+ ==> 2\\R");
    }
}
