package dev.unirow.model;

import dev.unirow.model.internal.Misfit;
import dev.unirow.model.internal.PropertyPath;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with values before there is a model that a validator could judge. Collected, not thrown, so that all is
 * told at once.
 */
final class Problems {
    private final Class<?> root;
    private final List<ConstraintViolation<?>> found = new ArrayList<>();

    Problems(Class<?> root) {
        this.root = root;
    }

    void add(PropertyPath path, String message, String kind) {
        found.add(new Violation(root, null, path, message, Violation.template(kind), null));
    }

    void add(PropertyPath path, Misfit misfit) {
        add(path, String.valueOf(misfit.getMessage()), "type");
    }

    int count() {
        return found.size();
    }

    List<ConstraintViolation<?>> found() {
        return found;
    }

    InvalidModelException asException() {
        return InvalidModelException.of(root, found);
    }
}
