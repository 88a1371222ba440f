package dev.unirow.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.hibernate.query.restriction.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * Reads Hibernate's restrictions, which only tell what they ask by building a criteria predicate: it hands them a
 * builder that writes down our predicates instead, so that they follow the rules of our conditions.
 */
final class RestrictionReader {
    private RestrictionReader() {}

    static Predicate read(Restriction<?> restriction, Shape root) {
        Root<?> model = stand(Root.class, new PathAnswers(root, List.of()));
        return Told.by(build(restriction, model));
    }

    @SuppressWarnings("unchecked")
    private static <X> Object build(Restriction<X> restriction, Root<?> root) {
        return restriction.toPredicate((Root<? extends X>) root, stand(CriteriaBuilder.class, new BuilderAnswers()));
    }

    private static <I> I stand(Class<I> type, InvocationHandler answers) {
        return type.cast(
                Proxy.newProxyInstance(RestrictionReader.class.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static IllegalArgumentException refused(String what) {
        return new IllegalArgumentException("A restriction of Hibernate asks for '" + what
                + "', which is not understood here. Write it as a condition, or run it as HQL.");
    }

    /** One kind of object that a restriction talks to. */
    private interface Answers extends InvocationHandler {
        Object answer(String method, Object[] given);

        @Override
        default Object invoke(Object proxy, Method method, Object @Nullable [] given)
                throws ReflectiveOperationException {
            Object[] arguments = given == null ? new Object[0] : given;
            return method.getDeclaringClass() == Object.class
                    ? method.invoke(this, arguments)
                    : answer(method.getName(), arguments);
        }
    }

    /** A criteria predicate that carries ours. */
    private record Told(Predicate predicate) implements Answers {
        static Object predicate(Predicate predicate) {
            return stand(jakarta.persistence.criteria.Predicate.class, new Told(predicate));
        }

        static Predicate by(Object predicate) {
            if (Proxy.isProxyClass(predicate.getClass())
                    && Proxy.getInvocationHandler(predicate) instanceof Told told) {
                return told.predicate();
            }
            throw refused(predicate.getClass().getSimpleName());
        }

        @Override
        public Object answer(String method, Object[] given) {
            if (method.equals("not")) {
                return predicate(predicate.negate());
            }
            throw refused("Predicate." + method);
        }
    }

    private record PathAnswers(Shape root, List<Attribute> attributes) implements Answers {
        BoundPath path() {
            return new BoundPath(root, attributes);
        }

        @Override
        public Object answer(String method, Object[] given) {
            return switch (method) {
                case "getModel" -> stand(EntityType.class, new ModelAnswers(root));
                case "getJavaType" -> path().last().type();
                case "get" ->
                    stand(
                            jakarta.persistence.criteria.Path.class,
                            new PathAnswers(
                                    root,
                                    given[0] instanceof jakarta.persistence.metamodel.Attribute<?, ?> attribute
                                            ? extended(attribute.getName())
                                            : extended(given[0].toString())));
                case "equalTo" -> compared(Operator.EXACT, List.of(given[0]));
                case "isNull" -> compared(Operator.ISNULL, List.of(true));
                case "isNotNull" -> compared(Operator.ISNULL, List.of(false));
                case "in" -> compared(Operator.IN, new ArrayList<>((Collection<?>) given[0]));
                default -> throw refused("Path." + method);
            };
        }

        private List<Attribute> extended(String name) {
            Shape shape = attributes.isEmpty() ? root : BoundPath.next(root, attributes);
            List<Attribute> extended = new ArrayList<>(attributes);
            extended.add(shape.attribute(name));
            return extended;
        }

        private Object compared(Operator operator, List<?> values) {
            return Told.predicate(Comparisons.compare(path(), operator, values));
        }
    }

    private record ModelAnswers(Shape shape) implements Answers {
        @Override
        public Object answer(String method, Object[] given) {
            return switch (method) {
                case "getJavaType" -> shape.type();
                case "getAttribute" -> {
                    Class<?> type = shape.attribute(given[0].toString()).type();
                    yield stand(SingularAttribute.class, (proxy, asked, none) -> type);
                }
                default -> throw refused("EntityType." + method);
            };
        }
    }

    /** A column in lower case. */
    private record LowerAnswers(BoundPath path) implements Answers {
        @Override
        public Object answer(String method, Object[] given) {
            if (method.equals("equalTo")) {
                return Told.predicate(Comparisons.compare(path, Operator.IEXACT, List.of(given[0])));
            }
            throw refused("lower(…)." + method);
        }
    }

    private record BuilderAnswers() implements Answers {
        @Override
        public Object answer(String method, Object[] given) {
            return switch (method) {
                case "conjunction" -> Told.predicate(new Predicate.Constant(true));
                case "disjunction" -> Told.predicate(new Predicate.Constant(false));
                case "not" -> Told.predicate(Told.by(given[0]).negate());
                case "and" -> joined(true, given);
                case "or" -> joined(false, given);
                case "lower" -> stand(Expression.class, new LowerAnswers(path(given[0])));
                case "like" -> Told.predicate(like(given[0], (String) given[1]));
                case "greaterThan" -> compared(given[0], Operator.GT, given[1]);
                case "greaterThanOrEqualTo" -> compared(given[0], Operator.GTE, given[1]);
                case "lessThan" -> compared(given[0], Operator.LT, given[1]);
                case "lessThanOrEqualTo" -> compared(given[0], Operator.LTE, given[1]);
                case "between" -> compared(given[0], Operator.RANGE, given[1], given[2]);
                default -> throw refused(method);
            };
        }

        private static BoundPath path(Object expression) {
            if (Proxy.getInvocationHandler(expression) instanceof PathAnswers answers) {
                return answers.path();
            }
            throw refused(expression.getClass().getSimpleName());
        }

        private static Object compared(Object column, Operator operator, Object... values) {
            return Told.predicate(Comparisons.compare(path(column), operator, List.of(values)));
        }

        /** Given a list of them, an array, or one by one. */
        private static Object joined(boolean all, Object[] given) {
            Object[] parts = given;
            if (given.length == 1) {
                parts = given[0] instanceof Collection<?> list ? list.toArray() : (Object[]) given[0];
            }
            List<Predicate> predicates = Arrays.stream(parts).map(Told::by).toList();
            return Told.predicate(Predicate.join(all, predicates));
        }

        private static Predicate like(Object column, String pattern) {
            if (Proxy.getInvocationHandler(column) instanceof LowerAnswers lower) {
                return LikePattern.parse(pattern).on(lower.path(), true);
            }
            return LikePattern.parse(pattern).on(path(column), false);
        }
    }
}
