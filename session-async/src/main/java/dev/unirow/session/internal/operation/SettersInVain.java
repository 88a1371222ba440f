package dev.unirow.session.internal.operation;

import dev.unirow.model.spi.SetterWatch;
import dev.unirow.session.internal.unit.ModelCatalog;
import org.jboss.logging.Logger;

/** Warns of what is set in models of a session that only reads, for as long as that is open. */
final class SettersInVain implements SetterWatch {
    private static final Logger LOGGER = Logger.getLogger("dev.unirow.session.AsyncSession");

    private final ModelCatalog catalog;
    private volatile boolean open = true;

    SettersInVain(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void wasSet(Object model, String property) {
        if (open && catalog.isFirstSetInVain(model.getClass())) {
            LOGGER.warnf(
                    "A session that only reads writes nothing of what was set in it: %2$s of a %1$s. Set it in begin(…), or "
                            + "save(…) the model in one after this session. Nothing is said of other setters of %1$s.",
                    model.getClass().getSimpleName(), property);
        }
    }

    void close() {
        open = false;
    }
}
