package dev.unirow.session.tests.connection;

import dev.unirow.session.tests.models.Parcel;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** A program with Hibernate ORM, and Unirow beside it, whose class path decides how it validates. */
final class ParcelProgram {
    private ParcelProgram() {}

    /** @param arguments the database, and {@code none} or {@code own} for what it decides about validation itself */
    public static void main(String[] arguments) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(Parcel.class)
                .setProperty("jakarta.persistence.jdbc.url", arguments[0])
                .setProperty("hibernate.hbm2ddl.auto", "create");
        if (arguments[1].equals("none")) {
            configuration.setProperty("jakarta.persistence.validation.mode", "none");
        } else if (arguments[1].equals("own")) {
            configuration
                    .getProperties()
                    .put(
                            "jakarta.persistence.validation.factory",
                            Validation.byDefaultProvider()
                                    .configure()
                                    .messageInterpolator(new ParameterMessageInterpolator())
                                    .buildValidatorFactory());
        }
        try (SessionFactory orm = configuration.buildSessionFactory()) {
            orm.inTransaction(session -> session.persist(new Parcel("light", 0)));
            System.out.println("stored");
        } catch (RuntimeException failure) {
            Throwable refusal = failure;
            while (!(refusal instanceof ConstraintViolationException) && refusal.getCause() != null) {
                refusal = refusal.getCause();
            }
            if (!(refusal instanceof ConstraintViolationException refused)) {
                throw failure;
            }
            System.out.println("refused: "
                    + refused.getConstraintViolations().stream()
                            .map(ConstraintViolation::getMessage)
                            .sorted(Comparator.reverseOrder())
                            .collect(Collectors.joining("; ")));
        }
    }
}
