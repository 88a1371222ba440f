package dev.unirow.session.tests.connection;

import dev.unirow.model.Model;
import dev.unirow.session.Database;
import dev.unirow.session.tests.models.User;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.concurrent.CompletionStage;
import org.hibernate.annotations.NamedQuery;

/** A program whose database cannot be opened, for the reason that its argument names, and which ends. */
final class FailedProgram {
    static final String LAST_WORDS = "This is the end of main.";

    enum Reason {
        WRONG_ATTRIBUTE,
        WRONG_QUERY,
        WRONG_OPTION,
        NO_MODEL
    }

    @Entity
    static class Odd extends Model {
        @Id
        Integer id;

        CompletionStage<String> stage;
    }

    @Entity
    @NamedQuery(name = "wrong", query = "select nothing from Asking")
    static class Asking extends Model {
        @Id
        Integer id;
    }

    private FailedProgram() {}

    public static void main(String[] arguments) {
        String url = arguments[1];
        Reason reason = Reason.valueOf(arguments[0]);
        Class<?> model = switch (reason) {
            case WRONG_ATTRIBUTE -> Odd.class;
            case WRONG_QUERY -> Asking.class;
            case WRONG_OPTION -> User.class;
            case NO_MODEL -> String.class;
        };
        String option = reason == Reason.WRONG_OPTION ? (url.contains("?") ? "&" : "?") + "colour=red" : "";
        try {
            Database.open(url + option, model).close();
        } catch (RuntimeException expected) {
            System.out.println("failed: " + expected.getClass());
        }
        System.out.println(LAST_WORDS);
    }
}
