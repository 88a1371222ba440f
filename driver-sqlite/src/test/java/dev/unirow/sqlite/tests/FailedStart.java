package dev.unirow.sqlite.tests;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.hibernate.annotations.NamedQuery;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;

/** A program whose session factory cannot be built, for the reason that its argument names, and which ends. */
final class FailedStart {
    static final String LAST_WORDS = "This is the end of main.";

    enum Reason {
        MISSING_TABLE,
        WRONG_MAPPING,
        WRONG_TYPE,
        WRONG_QUERY,
        MISSING_TABLE_BY_JAKARTA_PERSISTENCE
    }

    @Entity(name = "Lonely")
    static class Lonely {
        @Id
        Integer id;

        @ManyToOne
        Author author; // which is no entity of this factory
    }

    @Entity(name = "Odd")
    static class Odd {
        @Id
        Integer id;

        CompletionStage<String> stage;
    }

    @Entity(name = "Asking")
    @NamedQuery(name = "wrong", query = "select nothing from Asking")
    static class Asking {
        @Id
        Integer id;
    }

    private FailedStart() {}

    public static void main(String[] arguments) {
        try {
            start(Reason.valueOf(arguments[0]), arguments[1]);
        } catch (RuntimeException expected) {
            System.out.println("failed: " + expected.getClass());
        }
        System.out.println(LAST_WORDS);
    }

    private static void start(Reason reason, String url) {
        if (reason == Reason.MISSING_TABLE_BY_JAKARTA_PERSISTENCE) {
            Persistence.createEntityManagerFactory(
                    "library", Map.of("jakarta.persistence.jdbc.url", url, "hibernate.hbm2ddl.auto", "validate"));
            return;
        }
        Configuration configuration = new Configuration()
                .addAnnotatedClass(
                        switch (reason) {
                            case WRONG_MAPPING -> Lonely.class;
                            case WRONG_TYPE -> Odd.class;
                            case WRONG_QUERY -> Asking.class;
                            default -> Author.class;
                        });
        configuration.setProperty("jakarta.persistence.jdbc.url", url);
        configuration.setProperty("hibernate.hbm2ddl.auto", reason == Reason.MISSING_TABLE ? "validate" : "create");
        configuration.buildSessionFactory(new ReactiveServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .build());
    }
}
