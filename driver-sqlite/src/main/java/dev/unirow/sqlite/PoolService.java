package dev.unirow.sqlite;

import java.util.Map;
import java.util.function.Function;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.service.Service;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/** A service of Hibernate's registry that comes from the pool. */
record PoolService<R extends Service>(Class<R> role, Function<ServiceRegistryImplementor, R> source)
        implements StandardServiceInitiator<R> {
    @Override
    public R initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
        return source.apply(registry);
    }

    @Override
    public Class<R> getServiceInitiated() {
        return role;
    }
}
