package dev.unirow.migrate.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.migrate.exception.InvalidRevisionException;
import dev.unirow.migrate.exception.InvalidTargetException;
import dev.unirow.migrate.exception.MultipleHeadsException;
import dev.unirow.migrate.exception.UnknownRevisionException;
import dev.unirow.migrate.revision.MigrationPlan;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.VersionChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {
    private static final Revision ACCOUNT = Revision.of("1975ea83b712", "create account table");
    private static final Revision COLUMN = Revision.of("ae1027a6acf2", "Add a column", "1975ea83b712");
    private static final Revision CART = new Revision(
            "27c6a30d7c24", List.of("1975ea83b712"), List.of("shoppingcart"), List.of(), "add shopping cart", null);
    private static final Revision MERGE =
            Revision.of("53fffde5ad5f", "merge ae1 and 27c", "ae1027a6acf2", "27c6a30d7c24");

    private final RevisionGraph line = RevisionGraph.of(List.of(ACCOUNT, COLUMN));
    private final RevisionGraph fork = RevisionGraph.of(List.of(ACCOUNT, COLUMN, CART));
    private final RevisionGraph merged = RevisionGraph.of(List.of(ACCOUNT, COLUMN, CART, MERGE));

    @Test
    void upgradeFromNothingInsertsARowAndMovesItAlongTheLine() {
        MigrationPlan plan = line.upgrade(List.of(), "head");

        assertThat(plan.steps())
                .extracting(MigrationStep::toString)
                .containsExactly(
                        "upgrade  -> 1975ea83b712, create account table",
                        "upgrade 1975ea83b712 -> ae1027a6acf2, Add a column");
        assertThat(changes(plan))
                .containsExactly(
                        new VersionChange.Insert("1975ea83b712"),
                        new VersionChange.Update("1975ea83b712", "ae1027a6acf2"));
    }

    @Test
    void mergeDeletesOneRowAndUpdatesTheOther() {
        MigrationPlan plan = merged.upgrade(List.of("ae1027a6acf2", "27c6a30d7c24"), "head");

        assertThat(plan.steps())
                .extracting(MigrationStep::toString)
                .containsExactly("upgrade ae1027a6acf2, 27c6a30d7c24 -> 53fffde5ad5f, merge ae1 and 27c");
        assertThat(changes(plan))
                .containsExactly(
                        new VersionChange.Delete("ae1027a6acf2"),
                        new VersionChange.Update("27c6a30d7c24", "53fffde5ad5f"));
    }

    @Test
    void downgradeOfAMergeInsertsTheRowThatTheMergeTook() {
        MigrationPlan plan = merged.downgrade(List.of("53fffde5ad5f"), "ae1027a6acf2");

        assertThat(changes(plan))
                .containsExactly(
                        new VersionChange.Insert("ae1027a6acf2"),
                        new VersionChange.Update("53fffde5ad5f", "27c6a30d7c24"));
    }

    @Test
    void downgradeToBaseLeavesNoRow() {
        MigrationPlan plan = merged.downgrade(List.of("53fffde5ad5f"), "base");

        assertThat(plan.steps())
                .extracting(step -> step.revision().id())
                .containsExactly("53fffde5ad5f", "ae1027a6acf2", "27c6a30d7c24", "1975ea83b712");
        assertThat(changes(plan)).endsWith(new VersionChange.Delete("1975ea83b712"));
    }

    @Test
    void upgradeToWhatIsAppliedIsNoWork() {
        assertThat(line.upgrade(List.of("ae1027a6acf2"), "head").isEmpty()).isTrue();
        assertThat(line.upgrade(List.of("ae1027a6acf2"), "1975").isEmpty()).isTrue();
    }

    @Test
    void stepsOfARelativeUpgradeMustExist() {
        assertThat(line.upgrade(List.of(), "+1").steps()).hasSize(1);
        assertThatThrownBy(() -> line.upgrade(List.of("1975ea83b712"), "+2"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("Relative revision +2 didn't produce 2 migrations");
        assertThatThrownBy(() -> line.downgrade(List.of("1975ea83b712"), "-5"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("Relative revision -5 didn't produce 5 migrations");
        assertThatThrownBy(() -> line.upgrade(List.of(), "+99999999999"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("Relative revision +99999999999 didn't produce 99999999999 migrations");
    }

    @Test
    void walkPastAMergeOrAForkIsAmbiguous() {
        assertThatThrownBy(() -> merged.downgrade(List.of("53fffde5ad5f"), "-1"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("Ambiguous walk");
        assertThatThrownBy(() -> fork.upgrade(List.of("1975ea83b712"), "+1"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("Ambiguous walk");
        assertThatThrownBy(() -> fork.upgrade(List.of("ae1027a6acf2", "27c6a30d7c24"), "+1"))
                .isInstanceOfSatisfying(
                        InvalidTargetException.class,
                        failure -> assertThat(failure.candidates()).containsExactly("ae1027a6acf2", "27c6a30d7c24"))
                .hasMessage("Ambiguous upgrade from multiple current revisions");
        assertThatThrownBy(() -> fork.downgrade(List.of("ae1027a6acf2", "27c6a30d7c24"), "-1"))
                .hasMessage("Ambiguous downgrade -1 from multiple current revisions: ae1027a6acf2, 27c6a30d7c24; "
                        + "name the branch as in '<branchname>@-1', or the revision to go down to");
    }

    @Test
    void branchLabelNarrowsARelativeWalk() {
        assertThat(fork.upgrade(List.of("1975ea83b712"), "shoppingcart@+1").steps())
                .extracting(step -> step.revision().id())
                .containsExactly("27c6a30d7c24");
        assertThat(fork.downgrade(List.of("ae1027a6acf2", "27c6a30d7c24"), "shoppingcart@-1")
                        .steps())
                .extracting(step -> step.revision().id())
                .containsExactly("27c6a30d7c24");
    }

    @Test
    void headOfSeveralIsRefusedAndHeadsTakesAll() {
        assertThatThrownBy(() -> fork.upgrade(List.of(), "head"))
                .isInstanceOf(MultipleHeadsException.class)
                .hasMessage(
                        "Multiple head revisions are present for given argument 'head'; please specify a specific"
                                + " target revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads");
        assertThat(fork.upgrade(List.of(), "heads").steps()).hasSize(3);
        assertThat(fork.upgrade(List.of(), "shoppingcart@head").steps()).hasSize(2);
    }

    @Test
    void startOfAnIdentifierNamesOneRevisionOnly() {
        RevisionGraph graph = RevisionGraph.of(
                List.of(Revision.of("abcd11111111", "one"), Revision.of("abcd22222222", "two", "abcd11111111")));

        assertThat(graph.resolve("abcd2")).extracting(Revision::id).containsExactly("abcd22222222");
        assertThatThrownBy(() -> graph.resolve("abcd"))
                .isInstanceOfSatisfying(InvalidTargetException.class, failure -> {
                    assertThat(failure.identifier()).isEqualTo("abcd");
                    assertThat(failure.candidates()).containsExactly("abcd11111111", "abcd22222222");
                })
                .hasMessage("Multiple revisions start with 'abcd': 'abcd11111111', 'abcd22222222'...");
        assertThatThrownBy(() -> graph.resolve("f00d"))
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessage("Can't locate revision identified by 'f00d'");
        assertThatThrownBy(() -> graph.resolve("")).isInstanceOf(UnknownRevisionException.class);
    }

    @Test
    void symbolsAndRelativeIdentifiersResolve() {
        assertThat(line.resolve("base")).isEmpty();
        assertThat(line.resolve("head")).containsExactly(COLUMN);
        assertThat(line.resolve("head-1")).containsExactly(ACCOUNT);
        assertThat(line.resolve("1975+1")).containsExactly(COLUMN);
        assertThat(line.resolve("1975-1")).isEmpty();
        assertThat(fork.resolve("shoppingcart")).containsExactly(CART);
        assertThat(fork.resolve("shoppingcart@1975")).containsExactly(ACCOUNT);
        assertThatThrownBy(() -> fork.resolve("shoppingcart@ae1027a6acf2"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("Revision ae1027a6acf2 is not a member of branch 'shoppingcart'");
        assertThatThrownBy(() -> line.resolve("1975-2")).hasMessage("Walked too far");
    }

    @Test
    void downgradeTargetMustBeBelowACurrentRow() {
        assertThatThrownBy(() -> line.downgrade(List.of("1975ea83b712"), "ae1027"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("Destination ae1027 is not a valid downgrade target from current head(s)");
        assertThat(line.downgrade(List.of("1975ea83b712"), "1975").isEmpty()).isTrue();
    }

    @Test
    void rowThatNoFileKnowsIsNamed() {
        assertThatThrownBy(() -> line.upgrade(List.of("feedfacefeed"), "head"))
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessage("Can't locate revision identified by 'feedfacefeed'");
    }

    @Test
    void stampMovesRowsWithoutRunningAnything() {
        MigrationPlan up = line.stamp(List.of(), List.of("head"));
        assertThat(up.steps()).extracting(MigrationStep::toString).containsExactly("stamp_revision  -> ae1027a6acf2");
        assertThat(changes(up)).containsExactly(new VersionChange.Insert("ae1027a6acf2"));

        assertThat(changes(merged.stamp(List.of("ae1027a6acf2", "27c6a30d7c24"), List.of("1975"))))
                .containsExactly(
                        new VersionChange.Delete("ae1027a6acf2"),
                        new VersionChange.Update("27c6a30d7c24", "1975ea83b712"));
        assertThat(changes(fork.stamp(List.of("1975ea83b712"), List.of("heads"))))
                .containsExactly(
                        new VersionChange.Update("1975ea83b712", "ae1027a6acf2"),
                        new VersionChange.Insert("27c6a30d7c24"));
        assertThat(changes(line.stamp(List.of("ae1027a6acf2"), List.of("base"))))
                .containsExactly(new VersionChange.Delete("ae1027a6acf2"));
        assertThat(changes(line.stampPurged(List.of("head"))))
                .containsExactly(new VersionChange.DeleteAll(), new VersionChange.Insert("ae1027a6acf2"));
        assertThatThrownBy(() -> fork.stamp(List.of(), List.of("head")))
                .hasMessage("Multiple heads are present; please specify a single target revision");
    }

    @Test
    void rangesOfTheHistoryIncludeBothEnds() {
        assertThat(merged.history("ae10:heads", List.of())).containsExactly(MERGE, COLUMN);
        assertThat(merged.history("base:current", List.of("ae1027a6acf2"))).containsExactly(COLUMN, ACCOUNT);
        assertThat(merged.history("current:heads", List.of("ae1027a6acf2"))).containsExactly(MERGE, COLUMN);
        assertThat(line.history("-1:heads", List.of())).containsExactly(COLUMN, ACCOUNT);
        assertThat(line.history("-9:current", List.of("1975ea83b712"))).containsExactly(ACCOUNT);
        assertThat(line.history("1975:+1", List.of())).containsExactly(COLUMN, ACCOUNT);
        assertThatThrownBy(() -> line.history("1975", List.of()))
                .hasMessage("History range requires [start]:[end], [start]:, or :[end]");
        assertThatThrownBy(() -> fork.history("ae10:27c6", List.of()))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("Requested range ae10:27c6 does not refer to ancestor/descendant revisions along the same"
                        + " branch");
    }

    @Test
    void dependencyIsAppliedFirstAndTakesItsRowAlong() {
        Revision tables = new Revision("aaaa00000001", List.of(), List.of("tables"), List.of(), "tables", null);
        Revision rows = new Revision("bbbb00000001", List.of(), List.of("rows"), List.of("tables"), "rows", null);
        RevisionGraph graph = RevisionGraph.of(List.of(rows, tables));

        MigrationPlan plan = graph.upgrade(List.of(), "rows@head");

        assertThat(changes(plan))
                .containsExactly(
                        new VersionChange.Insert("aaaa00000001"),
                        new VersionChange.Update("aaaa00000001", "bbbb00000001"));
        assertThat(graph.current(List.of("bbbb00000001"))).containsExactly(rows, tables);
        assertThat(graph.effectiveHeads()).containsExactly(rows);
        assertThat(changes(graph.downgrade(List.of("bbbb00000001"), "tables@base")))
                .containsExactly(
                        new VersionChange.Update("bbbb00000001", "aaaa00000001"),
                        new VersionChange.Delete("aaaa00000001"));
    }

    @Test
    void brokenGraphsAreRefusedInAlembicsWords() {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(ACCOUNT, ACCOUNT)))
                .isInstanceOf(InvalidRevisionException.class)
                .hasMessage("Revision 1975ea83b712 is present more than once");
        assertThatThrownBy(() -> RevisionGraph.of(List.of(COLUMN)))
                .isInstanceOfSatisfying(InvalidRevisionException.class, failure -> {
                    assertThat(failure.identifier()).isEqualTo("1975ea83b712");
                    assertThat(failure.revisions()).containsExactly("ae1027a6acf2");
                })
                .hasMessage("Revision 1975ea83b712 referenced from ae1027a6acf2 is not present");
        assertThatThrownBy(() -> RevisionGraph.of(List.of(Revision.of("aaaa", "", "aaaa"))))
                .isInstanceOf(InvalidRevisionException.class)
                .hasMessage("Self-loop is detected in revisions (aaaa)");
        assertThatThrownBy(() -> RevisionGraph.of(List.of(
                        Revision.of("aaaa", ""),
                        Revision.of("bbbb", "", "aaaa", "cccc"),
                        Revision.of("cccc", "", "bbbb"),
                        Revision.of("dddd", "", "cccc"))))
                .isInstanceOfSatisfying(
                        InvalidRevisionException.class,
                        failure -> assertThat(failure.revisions()).containsExactly("bbbb", "cccc"))
                .hasMessage("Cycle is detected in revisions (bbbb, cccc)");
        assertThatThrownBy(() -> RevisionGraph.of(List.of(
                        new Revision("aaaa", List.of(), List.of(), List.of("bbbb"), "", null),
                        new Revision("bbbb", List.of(), List.of(), List.of("aaaa"), "", null))))
                .hasMessage("Dependency cycle is detected in revisions (aaaa, bbbb)");
        assertThatThrownBy(() -> RevisionGraph.of(
                        List.of(new Revision("aaaa", List.of(), List.of(), List.of("aaaa"), "", null))))
                .hasMessage("Dependency self-loop is detected in revisions (aaaa)");
        assertThatThrownBy(() -> RevisionGraph.of(List.of(
                        new Revision("aaaa", List.of(), List.of("x"), List.of(), "", null),
                        new Revision("bbbb", List.of(), List.of("x"), List.of(), "", null))))
                .isInstanceOfSatisfying(InvalidRevisionException.class, failure -> {
                    assertThat(failure.identifier()).isEqualTo("x");
                    assertThat(failure.revisions()).containsExactly("aaaa", "bbbb");
                })
                .hasMessage("Branch name 'x' in revision bbbb already used by revision aaaa");
        assertThatThrownBy(() -> Revision.of("a-b@c", ""))
                .isInstanceOf(InvalidRevisionException.class)
                .hasMessage("Character(s) '-, @' not allowed in revision identifier 'a-b@c'");
    }

    private static List<VersionChange> changes(MigrationPlan plan) {
        return plan.steps().stream().flatMap(step -> step.changes().stream()).toList();
    }
}
