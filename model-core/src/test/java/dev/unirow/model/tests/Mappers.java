package dev.unirow.model.tests;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.Model;
import dev.unirow.model.Models;

/** Mappers as they come: told of nothing by those who have models, and of our module by those who have entities. */
final class Mappers {
    private Mappers() {}

    static ObjectMapper stockFor(Class<?> type) {
        ObjectMapper stock = new ObjectMapper();
        return Model.class.isAssignableFrom(type) ? stock : stock.registerModule(Models.jacksonModule());
    }
}
