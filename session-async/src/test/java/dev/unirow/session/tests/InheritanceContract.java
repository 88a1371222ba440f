package dev.unirow.session.tests;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.number;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.session.tests.models.Vehicle;
import dev.unirow.session.tests.models.Vehicle.Car;
import dev.unirow.session.tests.models.Vehicle.CardPayment;
import dev.unirow.session.tests.models.Vehicle.CashPayment;
import dev.unirow.session.tests.models.Vehicle.Payment;
import dev.unirow.session.tests.models.Vehicle.Truck;
import dev.unirow.testing.EachDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hierarchies of models in one table and in a table for each class. */
@EachDatabase
class InheritanceContract extends DatabaseContract {
    @Override
    public Class<?>[] models() {
        return Vehicle.MODELS;
    }

    @BeforeEach
    void storeSome() {
        await(db.begin(session -> {
            session.addAll(
                    new Car("A1", 4),
                    new Truck("B2", 900),
                    new Payment(1),
                    new CardPayment(2, "4711"),
                    new CashPayment(3, "left"));
            return session.flush();
        }));
    }

    @Test
    void aQueryForTheRootAnswersWithEachOfItsClass() {
        List<Vehicle> vehicles =
                await(db.read(session -> session.all(select(Vehicle.class).orderBy(asc(Vehicle::plate)))));
        assertThat(vehicles).hasExactlyElementsOfTypes(Car.class, Truck.class);
        assertThat(((Car) vehicles.get(0)).doors()).isEqualTo(4);
        List<Payment> payments =
                await(db.read(session -> session.all(select(Payment.class).orderBy(asc(Payment::cents)))));
        assertThat(payments).hasExactlyElementsOfTypes(Payment.class, CardPayment.class, CashPayment.class);
        assertThat(((CardPayment) payments.get(1)).card()).isEqualTo("4711");
    }

    @Test
    @Tag("model")
    void modelsOfOursPrintWhatTheyInheritFirst() {
        assertThat(readElsewhere(Vehicle.class, 1L)).hasToString("Car(id=1, plate=\"A1\", doors=4)");
        assertThat(readElsewhere(Payment.class, 2L)).hasToString("CardPayment(id=2, cents=2, card=\"4711\")");
    }

    @Test
    void aQueryForOneClassAnswersWithIt() {
        assertThat(await(db.read(session -> session.one(select(Truck.class)))).load())
                .isEqualTo(900);
        assertThat(await(db.read(session -> session.one(select(CashPayment.class)
                                .where(number(Payment::cents).gt(2)))))
                        .till())
                .isEqualTo("left");
        assertThat(readElsewhere(Payment.class, 2L)).isInstanceOf(CardPayment.class);
        assertThat(readElsewhere(CashPayment.class, 2L)).isNull();
    }

    @Test
    void changesReachTheTableThatHasTheColumn() {
        await(db.begin(session -> session.get(Payment.class, 2L).invoke(payment -> payment.setCents(20))));
        Payment changed = readElsewhere(Payment.class, 2L);
        assertThat(changed.cents()).isEqualTo(20);
        await(db.begin(session -> session.get(Payment.class, 2L).chain(session::delete)));
        assertThat(rows("select * from card_payment")).isEmpty();
        assertThat(count(Payment.class)).isEqualTo(2L);
    }

    @Test
    void theRulesOfASubclassHoldAndItsPropertiesAreDumped() {
        assertThatThrownBy(() -> Models.from(Car.class, Map.of("plate", "C3", "doors", 0)))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'doors' must be greater than or equal to 1");
        Car car = Models.from(Car.class, Map.of("plate", "C3", "doors", 2));
        await(db.begin(session -> {
            session.add(car);
            return session.flush();
        }));
        assertThat(Models.dumpJson(readElsewhere(Vehicle.class, car.id())))
                .isEqualTo("{\"id\":3,\"plate\":\"C3\",\"doors\":2}");
    }
}
