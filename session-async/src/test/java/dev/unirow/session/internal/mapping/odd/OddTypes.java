package dev.unirow.session.internal.mapping.odd;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Models with generic superclasses, and others of which it takes rules to say what type an attribute is of. */
public interface OddTypes {
    @MappedSuperclass
    class Keyed<K> {
        @Id
        K id;
    }

    @MappedSuperclass
    class Valued<A, B extends Number> extends Keyed<B> {
        A value;
        B weight;

        @ElementCollection
        List<A> all;
    }

    @MappedSuperclass
    class Passing<X> extends Valued<X, Long> {}

    @Entity
    class SeveralLevels extends Passing<String> {}

    @MappedSuperclass
    class Owned<P extends KeyedModel, C extends Comparable<C>> {
        @ManyToOne
        P owner;

        C rank;
    }

    @Entity
    class KeyedModel extends Keyed<Integer> {}

    @Entity
    class Bounded extends Owned<KeyedModel, BigDecimal> {
        @Id
        Long id;
    }

    @MappedSuperclass
    abstract class GenericGetter<K> {
        private K key;

        @Id
        public K getId() {
            return key;
        }

        public void setId(K id) {
            key = id;
        }
    }

    /** The compiler writes a bridge beside the getter. */
    @Entity
    class Bridged extends GenericGetter<Long> {
        @Override
        public Long getId() {
            return super.getId();
        }
    }

    @Entity
    class NotBridged extends GenericGetter<Short> {}

    interface Target {}

    @Entity
    class TargetModel implements Target {
        @Id
        Long id;
    }

    @Entity
    class Targeted {
        @Id
        Long id;

        @ManyToOne(targetEntity = TargetModel.class)
        Target one;

        @ManyToMany(targetEntity = TargetModel.class)
        Set<Target> many;

        @OneToMany
        Map<String, TargetModel> named;

        byte[] bytes;
    }

    @Embeddable
    class Point {
        int x;
        int y;
    }

    class PointText implements AttributeConverter<Point, String> {
        @Override
        public String convertToDatabaseColumn(Point point) {
            return point == null ? null : point.x + "," + point.y;
        }

        @Override
        public Point convertToEntityAttribute(String text) {
            return null;
        }
    }

    /** A value that is kept in one column has no parts. */
    @Entity
    class Converted {
        @Id
        Long id;

        @Convert(converter = PointText.class)
        Point text;

        Point parts;
    }
}
