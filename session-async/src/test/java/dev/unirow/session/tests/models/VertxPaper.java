package dev.unirow.session.tests.models;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** With JSON as an object of Vert.x. */
@Entity
public class VertxPaper {
    @Id
    public Long id;

    public JsonObject content;
}
