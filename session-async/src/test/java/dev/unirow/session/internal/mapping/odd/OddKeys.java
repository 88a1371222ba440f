package dev.unirow.session.internal.mapping.odd;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.io.Serializable;

/** Keys of several parts. */
public interface OddKeys {
    record PairKey(Long left, Long right) {}

    @Entity
    @IdClass(PairKey.class)
    class RecordKey {
        @Id
        Long right;

        @Id
        Long left;

        String name;
    }

    @SuppressWarnings({"serial", "EqualsHashCode"})
    class KeyAbove implements Serializable {
        Long left;

        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    @SuppressWarnings("serial")
    class KeyBelow extends KeyAbove {
        Long right;
    }

    @MappedSuperclass
    class HalfKeyed {
        @Id
        Long left;
    }

    @Entity
    @IdClass(KeyBelow.class)
    class KeyInTwoClasses extends HalfKeyed {
        @Id
        Long right;
    }

    @Entity
    @IdClass(PairKey.class)
    class RecordKeyByGetter {
        private Long one;
        private Long other;

        @Id
        public Long getLeft() {
            return one;
        }

        public void setLeft(Long left) {
            one = left;
        }

        @Id
        public Long getRight() {
            return other;
        }

        public void setRight(Long right) {
            other = right;
        }
    }

    @Embeddable
    record Code(String country, int number) {}

    @Entity
    class EmbeddedRecord {
        @EmbeddedId
        Code code;
    }

    @Embeddable
    @SuppressWarnings({"serial", "EqualsHashCode"})
    class CodeBean implements Serializable {
        private int number;

        public int getShown() {
            return number;
        }

        public void setShown(int shown) {
            number = shown;
        }

        @Override
        public int hashCode() {
            return number;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    @Entity
    class EmbeddedByGetter {
        private CodeBean code = new CodeBean();

        @EmbeddedId
        public CodeBean getCode() {
            return code;
        }

        public void setCode(CodeBean code) {
            this.code = code;
        }
    }

    @Entity
    class Referred {
        @Id
        Long id;
    }

    @SuppressWarnings("serial")
    @Entity
    class PartIsReference implements Serializable {
        @Id
        @ManyToOne
        Referred referred;

        @Id
        int number;
    }
}
