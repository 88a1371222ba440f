package dev.unirow.migrate.tests.changes;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables that do not stand where the connection looks for tables. */
final class SchemaChanges {
    static final List<Change> ALL = List.of(
            Change.of("a table in a schema of its own is added").to(Ledger.class),
            Change.of("a table in a schema of its own gets a column")
                    .from(Voucher.class)
                    .to(VoucherWithSum.class)
                    .with("insert into books.voucher (id, label) values (1, 'first')")
                    .keeping("select id, label from books.voucher"));

    private SchemaChanges() {}

    @Entity
    @Table(name = "ledger", schema = "accounts")
    static class Ledger extends Keyed {
        @Nullable String label;
    }

    @Entity
    @Table(name = "voucher", schema = "books")
    static class Voucher extends Keyed {
        @Nullable String label;
    }

    @Entity
    @Table(name = "voucher", schema = "books")
    static class VoucherWithSum extends Keyed {
        @Nullable String label;

        @Nullable Integer sum;
    }
}
