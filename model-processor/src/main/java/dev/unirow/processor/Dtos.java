package dev.unirow.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.unirow.processor.DtoRequest.Purpose;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** The DTO records of one model: what each has, and whether it may be asked for. */
final class Dtos {
    private final ModelReader reader;
    private final Problems problems;
    private final ModelSource model;

    Dtos(ModelReader reader, Problems problems, ModelSource model) {
        this.reader = reader;
        this.problems = problems;
        this.model = model;
    }

    List<TypeSpec.Builder> write() {
        if (!model.isSpec() && !model.marks().has(Names.ENTITY)) {
            problems.error(
                    model.element(),
                    "'" + model.element().getSimpleName()
                            + "' is no model, so no DTO record is derived from it: annotate it with @Entity, or a record with @ModelSpec.");
            return List.of();
        }
        List<TypeSpec.Builder> records = new ArrayList<>();
        Set<String> names = new HashSet<>();
        names.add(model.name().simpleName());
        for (DtoRequest request : DtoRequest.of(model)) {
            if (check(request, names)) {
                Components components = new Components(reader, problems, model, request);
                records.add(new DtoWriter(model, request, components.all()).write());
            }
        }
        return records;
    }

    private boolean check(DtoRequest request, Set<String> names) {
        if (request.purpose().isEmpty()) {
            error(
                    request,
                    "there is no DTO '" + request.text() + "', only " + Purpose.NAMES
                            + "; another name is given by @Dto(name = \"…\", of = \"…\").");
            return false;
        }
        if (!TypeNames.isName(request.name())) {
            error(request, "'" + request.name() + "' is no name for a record.");
            return false;
        }
        if (!names.add(request.name())) {
            error(
                    request,
                    "'" + request.name()
                            + "' is asked for twice, or is the model: give one of them another name by @Dto.");
            return false;
        }
        boolean fine = true;
        for (String nested : request.with()) {
            fine &= checkNested(request, nested);
        }
        for (String field : request.fields()) {
            fine &= checkKnown(request, field);
        }
        for (String field : request.without()) {
            fine &= checkKnown(request, field);
        }
        return fine;
    }

    private boolean checkKnown(DtoRequest request, String field) {
        Optional<Attribute> attribute = Components.find(model, field);
        if (attribute.isEmpty() && !(model.needsKey() && field.equals("id"))) {
            error(
                    request,
                    "'" + model.name().simpleName() + "' has no property '" + field + "'; it has "
                            + (model.needsKey() ? "id, " : "") + model.names() + ".");
            return false;
        }
        if (attribute.filter(Attribute::isModels).isPresent()) {
            error(
                    request,
                    "'" + field + "' refers to other models: nest their public DTOs with of = \"public+" + field
                            + "\".");
            return false;
        }
        boolean generated = attribute.map(Attribute::isGenerated).orElse(true);
        if (generated
                && request.purpose().orElseThrow() != Purpose.PUBLIC
                && request.fields().contains(field)) {
            error(
                    request,
                    "'" + field + "' is generated, so it cannot be part of what is given: leave it out of '"
                            + request.name() + "'.");
            return false;
        }
        return true;
    }

    private boolean checkNested(DtoRequest request, String nested) {
        Optional<Attribute> attribute = model.find(nested);
        if (request.purpose().orElseThrow() != Purpose.PUBLIC) {
            error(
                    request,
                    "'" + request.text() + "' nests '" + nested + "', and only public DTOs nest others: 'public+"
                            + nested + "'.");
            return false;
        }
        if (attribute.filter(found -> found.isReference() || found.isModels()).isEmpty()) {
            error(
                    request,
                    "'" + request.text() + "' nests '" + nested + "', and '"
                            + model.name().simpleName() + "' has no such reference; it has " + model.names() + ".");
            return false;
        }
        Optional<ModelSource> other = attribute.get().target().map(reader::read);
        if (other.filter(found -> publicDto(found).isPresent()).isEmpty()) {
            String name = other.map(found -> found.name().simpleName()).orElse("?");
            TypeElement declared = other.map(ModelSource::element).orElse(model.element());
            error(
                    request,
                    "'" + request.text() + "' nests '" + name
                            + "Public', and nobody asks for that: add \"public\" to the DTOs of '"
                            + declared.getSimpleName() + "'.");
            return false;
        }
        return true;
    }

    /** The plain public DTO of a model, if it is asked for. */
    static Optional<ClassName> publicDto(ModelSource model) {
        return DtoRequest.of(model).stream()
                .filter(request -> request.text().equals("public")
                        && request.name().equals(model.name().simpleName() + "Public"))
                .findFirst()
                .map(request -> model.name().peerClass(request.name()));
    }

    private void error(DtoRequest request, String message) {
        problems.error(model.element(), request.annotation(), request.place().orElse(null), message);
    }
}
