package dev.unirow.migrate.event;

/**
 * Is told how runs of revisions get on, for logs, metrics or a display. Given to
 * {@link dev.unirow.migrate.Migrations#withListener}.
 *
 * <p>Called on the connection's event loop, which it must not block, before the run goes on. What it throws is logged
 * as a warning once, and harms no run: the run goes on as without it, and tells it of what follows.
 */
@FunctionalInterface
public interface MigrationListener {
    void happened(MigrationEvent event);
}
