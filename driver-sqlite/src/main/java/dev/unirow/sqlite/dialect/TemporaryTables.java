package dev.unirow.sqlite.dialect;

import org.hibernate.dialect.temptable.StandardLocalTemporaryTableStrategy;
import org.hibernate.query.sqm.mutation.spi.AfterUseAction;

/** Temporary tables live in a connection; dropped after use, since connections go back to the pool. */
final class TemporaryTables extends StandardLocalTemporaryTableStrategy {
    @Override
    public String getTemporaryTableCreateCommand() {
        return "create temporary table if not exists";
    }

    @Override
    public AfterUseAction getTemporaryTableAfterUseAction() {
        return AfterUseAction.DROP;
    }
}
