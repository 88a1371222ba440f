package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.internal.script.ScriptItem;
import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.migrate.revision.MigrationStep;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps in Java that {@code -- call} can name: those registered, and classes with a constructor that takes nothing.
 */
record DataMigrations(Map<String, DataMigration> registered) {
    DataMigrations {
        registered = Map.copyOf(registered);
    }

    /** @throws RevisionFailedException when nothing goes by the name */
    DataMigration find(ScriptItem.Call call, MigrationStep step) {
        DataMigration known = registered.get(call.className());
        return known != null ? known : instance(call, step);
    }

    private static DataMigration instance(ScriptItem.Call call, MigrationStep step) {
        @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? DataMigrations.class.getClassLoader() : context;
        try {
            Class<?> type = Class.forName(call.className(), true, loader);
            return DataMigration.class.cast(type.getDeclaredConstructor().newInstance());
        } catch (ClassNotFoundException unknown) {
            throw failure(step, call, "nothing is registered by that name and there is no such class", unknown);
        } catch (InvocationTargetException thrown) {
            throw failure(step, call, "its constructor failed", thrown);
        } catch (ReflectiveOperationException | ClassCastException unfit) {
            throw failure(
                    step,
                    call,
                    "the class is no DataMigration with an accessible constructor that takes nothing",
                    unfit);
        }
    }

    private static RevisionFailedException failure(
            MigrationStep step, ScriptItem.Call call, String problem, Throwable cause) {
        return RevisionFailedException.ofCall(step.underWay(), call.line(), call.className(), problem, cause);
    }
}
