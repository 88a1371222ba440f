package dev.unirow.session.internal.mapping.odd;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.util.List;

/** Embedded values, which are read as the model is that holds them. */
public interface OddValues {
    /** By fields, this has a number; by getters, an amount and a label. */
    @Embeddable
    class Money {
        private int number;

        public int getAmount() {
            return number;
        }

        public void setAmount(int amount) {
            number = amount;
        }

        public String getLabel() {
            return "l";
        }

        public void setLabel(String label) {}
    }

    @Embeddable
    class Wallet {
        private Money content;

        public Money getMoney() {
            return content;
        }

        public void setMoney(Money money) {
            content = money;
        }
    }

    @Entity
    class MoneyByField {
        @Id
        Long id;

        Money money;
        Wallet wallet;
    }

    @Entity
    class MoneyByGetter {
        private Long id;
        private Money stored = new Money();
        private Wallet wallet = new Wallet();

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public Money getMoney() {
            return stored;
        }

        public void setMoney(Money money) {
            stored = money;
        }

        @AttributeOverride(name = "money.amount", column = @Column(name = "amount2"))
        @AttributeOverride(name = "money.label", column = @Column(name = "label2"))
        public Wallet getWallet() {
            return wallet;
        }

        public void setWallet(Wallet wallet) {
            this.wallet = wallet;
        }
    }

    @Entity
    class OneMoneyByGetter {
        @Id
        Long id;

        Money stored;

        @Access(AccessType.PROPERTY)
        public Money getMoney() {
            return stored;
        }

        public void setMoney(Money money) {
            stored = money;
        }

        @Transient
        Money unused;

        @Embedded
        @AttributeOverride(name = "number", column = @Column(name = "number2"))
        Money other;
    }

    @Entity
    class ManyMoneysByGetter {
        private Long id;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        @ElementCollection
        public List<Money> getMoneys() {
            return List.of();
        }

        public void setMoneys(List<Money> moneys) {}
    }

    @Entity
    class OneOfManyByGetter {
        @Id
        Long id;

        @ElementCollection
        List<Money> fields;

        private List<Money> stored;

        @ElementCollection
        @Access(AccessType.PROPERTY)
        public List<Money> getStored() {
            return stored;
        }

        public void setStored(List<Money> moneys) {
            stored = moneys;
        }
    }

    /** Annotated on getters, which the model's key overrules. */
    @Embeddable
    class AnnotatedGetters {
        private int stored;

        @Column(name = "shown")
        public int getShown() {
            return stored;
        }

        public void setShown(int shown) {
            stored = shown;
        }
    }

    @Entity
    class FieldsOverAnnotatedGetters {
        @Id
        Long id;

        AnnotatedGetters value;
    }

    @Embeddable
    @Access(AccessType.PROPERTY)
    class OwnGetters {
        private int stored;

        public int getShown() {
            return stored;
        }

        public void setShown(int shown) {
            stored = shown;
        }
    }

    @Entity
    class OwnGettersInFields {
        @Id
        Long id;

        OwnGetters value;
    }

    @MappedSuperclass
    class PartsAbove {
        String above;
    }

    @Embeddable
    class PartsBelow extends PartsAbove {
        String below;
    }

    class UnmappedParts extends PartsAbove {
        String lost;
    }

    @Embeddable
    class BelowUnmappedParts extends UnmappedParts {
        String kept;
    }

    @Entity
    class Inherited {
        @Id
        Long id;

        PartsBelow parts;
        BelowUnmappedParts others;
    }

    @Embeddable
    class General {
        String general;
    }

    @Embeddable
    class Special extends General {
        String special;
    }

    @Entity
    class SpecialHolder {
        @Id
        Long id;

        Special value;
    }

    @Embeddable
    record Span(int from, int until) {
        public int getLength() {
            return until - from;
        }

        public boolean isEmpty() {
            return from == until;
        }
    }

    @Entity
    class SpanByField {
        @Id
        Long id;

        Span span;
    }

    @Embeddable
    record Pair(int first, Money second) {}

    @Entity
    class PairByGetter {
        private Long id;
        private Pair pair;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public Pair getPair() {
            return pair;
        }

        public void setPair(Pair pair) {
            this.pair = pair;
        }
    }
}
