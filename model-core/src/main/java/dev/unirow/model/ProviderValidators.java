package dev.unirow.model;

import jakarta.validation.ClockProvider;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ParameterNameProvider;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorContext;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.valueextraction.ValueExtractor;
import java.lang.annotation.ElementType;
import org.jspecify.annotations.Nullable;

/**
 * The validators as a persistence provider uses them, which says itself what they may reach. It lets them reach
 * collections that are not loaded, whose rules would load them; where nothing loads by itself, that would fail.
 */
record ProviderValidators(ValidatorFactory factory) implements ValidatorFactory {
    @Override
    public Validator getValidator() {
        return factory.getValidator();
    }

    @Override
    public ValidatorContext usingContext() {
        return new Context(factory.usingContext());
    }

    @Override
    public MessageInterpolator getMessageInterpolator() {
        return factory.getMessageInterpolator();
    }

    @Override
    public TraversableResolver getTraversableResolver() {
        return factory.getTraversableResolver();
    }

    @Override
    public ConstraintValidatorFactory getConstraintValidatorFactory() {
        return factory.getConstraintValidatorFactory();
    }

    @Override
    public ParameterNameProvider getParameterNameProvider() {
        return factory.getParameterNameProvider();
    }

    @Override
    public ClockProvider getClockProvider() {
        return factory.getClockProvider();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.isInstance(this) ? type.cast(this) : factory.unwrap(type);
    }

    @Override
    public void close() {
        factory.close();
    }

    private record Context(ValidatorContext context) implements ValidatorContext {
        @Override
        public ValidatorContext traversableResolver(TraversableResolver resolver) {
            return new Context(context.traversableResolver(new Both(resolver, new WithinOneModel())));
        }

        @Override
        public ValidatorContext messageInterpolator(MessageInterpolator interpolator) {
            return new Context(context.messageInterpolator(interpolator));
        }

        @Override
        public ValidatorContext constraintValidatorFactory(ConstraintValidatorFactory validators) {
            return new Context(context.constraintValidatorFactory(validators));
        }

        @Override
        public ValidatorContext parameterNameProvider(ParameterNameProvider names) {
            return new Context(context.parameterNameProvider(names));
        }

        @Override
        public ValidatorContext clockProvider(ClockProvider clock) {
            return new Context(context.clockProvider(clock));
        }

        @Override
        public ValidatorContext addValueExtractor(ValueExtractor<?> extractor) {
            return new Context(context.addValueExtractor(extractor));
        }

        @Override
        public Validator getValidator() {
            return new NestingValidator(context.getValidator());
        }
    }

    /** Reaches what both reach. */
    private record Both(TraversableResolver one, TraversableResolver other) implements TraversableResolver {
        @Override
        public boolean isReachable(
                @Nullable Object traversable,
                Path.Node property,
                Class<?> rootBeanType,
                Path pathToTraversable,
                ElementType elementType) {
            return one.isReachable(traversable, property, rootBeanType, pathToTraversable, elementType)
                    && other.isReachable(traversable, property, rootBeanType, pathToTraversable, elementType);
        }

        @Override
        public boolean isCascadable(
                Object traversable,
                Path.Node property,
                Class<?> rootBeanType,
                Path pathToTraversable,
                ElementType elementType) {
            return one.isCascadable(traversable, property, rootBeanType, pathToTraversable, elementType)
                    && other.isCascadable(traversable, property, rootBeanType, pathToTraversable, elementType);
        }
    }
}
