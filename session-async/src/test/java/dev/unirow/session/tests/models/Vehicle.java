package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/** A hierarchy in one table, and one in a table for each class. */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind")
public abstract class Vehicle extends Model {
    public static final Class<?>[] MODELS = {
        Vehicle.class, Car.class, Truck.class, Payment.class, CardPayment.class, CashPayment.class
    };

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank private String plate;

    protected Vehicle() {}

    protected Vehicle(String plate) {
        this.plate = plate;
    }

    public Long id() {
        return id;
    }

    public String plate() {
        return plate;
    }

    @Entity(name = "Car")
    @DiscriminatorValue("car")
    public static class Car extends Vehicle {
        @Min(1) private Integer doors;

        protected Car() {}

        public Car(String plate, Integer doors) {
            super(plate);
            this.doors = doors;
        }

        public Integer doors() {
            return doors;
        }
    }

    @Entity(name = "Truck")
    @DiscriminatorValue("truck")
    public static class Truck extends Vehicle {
        private Integer load;

        protected Truck() {}

        public Truck(String plate, Integer load) {
            super(plate);
            this.load = load;
        }

        public Integer load() {
            return load;
        }
    }

    @Entity(name = "Payment")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Payment extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @Min(1) private int cents;

        protected Payment() {}

        public Payment(int cents) {
            this.cents = cents;
        }

        public Long id() {
            return id;
        }

        public int cents() {
            return cents;
        }

        public Payment setCents(int cents) {
            this.cents = cents;
            return this;
        }
    }

    @Entity(name = "CardPayment")
    public static class CardPayment extends Payment {
        @NotBlank private String card;

        protected CardPayment() {}

        public CardPayment(int cents, String card) {
            super(cents);
            this.card = card;
        }

        public String card() {
            return card;
        }
    }

    @Entity(name = "CashPayment")
    public static class CashPayment extends Payment {
        private String till;

        protected CashPayment() {}

        public CashPayment(int cents, String till) {
            super(cents);
            this.till = till;
        }

        public String till() {
            return till;
        }
    }
}
