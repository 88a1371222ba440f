package dev.unirow.tutorial.ch01_model;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import java.util.Map;

/** A model needs no database: it prints, compares, and checks itself. */
public final class DeclareAModel {
    private DeclareAModel() {}

    public static void main(String[] arguments) {
        // region new
        Pet phroge = new Pet("phroge");
        System.out.println(phroge);
        System.out.println(phroge.setAge(3));
        System.out.println(phroge.pk());
        // endregion

        // region validate
        try {
            new Pet(" ").setAge(-1).validate();
        } catch (InvalidModelException refused) {
            System.out.println(refused.getMessage());
        }
        // endregion

        // region dump
        System.out.println(Models.dumpJson(phroge));
        Models.patch(phroge, Map.of("age", 4));
        System.out.println(phroge);
        // endregion
    }
}
