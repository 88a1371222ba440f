package dev.unirow.schema.mapping;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the mapping of the session factory that it is registered with
 * ({@code BootstrapServiceRegistryBuilder.applyIntegrator}). Hibernate adds what Bean Validation says to the mapping
 * only while it builds a session factory, so that a schema is made from this mapping, and after that.
 */
public final class MetadataCapture implements Integrator {
    private volatile @Nullable Metadata metadata;

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        this.metadata = metadata;
    }

    /** @throws IllegalStateException before a session factory was built with this integrator */
    public Metadata metadata() {
        Metadata captured = metadata;
        if (captured == null) {
            throw new IllegalStateException("No mapping was captured: build a session factory with this integrator"
                    + " in its bootstrap registry first.");
        }
        return captured;
    }
}
