package dev.unirow.session.internal.mapping;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.bytecode.enhance.spi.EnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.internal.BytecodeProviderInitiator;
import org.hibernate.bytecode.spi.BasicProxyFactory;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.bytecode.spi.ProxyFactoryFactory;
import org.hibernate.bytecode.spi.ReflectionOptimizer;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.property.access.spi.PropertyAccess;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.ProxyConfiguration;
import org.hibernate.proxy.ProxyFactory;
import org.hibernate.type.CompositeType;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's own generated stand-ins for references, which say more when something else than their key is asked for.
 */
public final class StandIns implements BytecodeProvider {
    private final BytecodeProvider hibernate;

    private StandIns(BytecodeProvider hibernate) {
        this.hibernate = hibernate;
    }

    public static StandIns ofHibernate() {
        return new StandIns(BytecodeProviderInitiator.buildDefaultBytecodeProvider());
    }

    @Override
    public ProxyFactoryFactory getProxyFactoryFactory() {
        ProxyFactoryFactory factories = hibernate.getProxyFactoryFactory();
        return new ProxyFactoryFactory() {
            @Override
            public ProxyFactory buildProxyFactory(SessionFactoryImplementor sessionFactory) {
                return new Factory(factories.buildProxyFactory(sessionFactory));
            }

            @Override
            @SuppressWarnings("rawtypes") // as Hibernate declares it
            public BasicProxyFactory buildBasicProxyFactory(Class superClassOrInterface) {
                return factories.buildBasicProxyFactory(superClassOrInterface);
            }
        };
    }

    @Override
    @Deprecated(forRemoval = true)
    @SuppressWarnings({"rawtypes", "removal"}) // as Hibernate declares it
    public ReflectionOptimizer getReflectionOptimizer(
            Class clazz, String[] getterNames, String[] setterNames, Class[] types) {
        return hibernate.getReflectionOptimizer(clazz, getterNames, setterNames, types);
    }

    @Override
    public @Nullable ReflectionOptimizer getReflectionOptimizer(
            Class<?> clazz, Map<String, PropertyAccess> propertyAccessMap) {
        return hibernate.getReflectionOptimizer(clazz, propertyAccessMap);
    }

    @Override
    public @Nullable Enhancer getEnhancer(EnhancementContext enhancementContext) {
        return hibernate.getEnhancer(enhancementContext);
    }

    @Override
    public void resetCaches() {
        hibernate.resetCaches();
    }

    private static final class Factory implements ProxyFactory {
        private final ProxyFactory hibernate;
        private StandIn.@Nullable Kind kind;
        private volatile @Nullable List<String> references;

        Factory(ProxyFactory hibernate) {
            this.hibernate = hibernate;
        }

        @Override
        public void postInstantiate(
                String entityName,
                Class<?> persistentClass,
                Set<Class<?>> interfaces,
                @Nullable Method getIdentifierMethod,
                @Nullable Method setIdentifierMethod,
                @Nullable CompositeType componentIdType) {
            hibernate.postInstantiate(
                    entityName, persistentClass, interfaces, getIdentifierMethod, setIdentifierMethod, componentIdType);
            kind = new StandIn.Kind(
                    entityName,
                    persistentClass,
                    interfaces.toArray(Class<?>[]::new),
                    getIdentifierMethod,
                    setIdentifierMethod,
                    componentIdType);
        }

        @Override
        public HibernateProxy getProxy(Object id, SharedSessionContractImplementor session) {
            HibernateProxy proxy = hibernate.getProxy(id, session);
            StandIn.Kind present = kind;
            if (present != null && proxy instanceof ProxyConfiguration configuration) {
                configuration.$$_hibernate_set_interceptor(
                        new StandIn(present, references(session, present), id, session));
            }
            return proxy;
        }

        /** Found once, as the mapping does not change. */
        private List<String> references(SharedSessionContractImplementor session, StandIn.Kind present) {
            List<String> found = references;
            if (found == null) {
                found = ReferencesTo.of(session.getFactory(), present.type());
                references = found;
            }
            return found;
        }
    }
}
