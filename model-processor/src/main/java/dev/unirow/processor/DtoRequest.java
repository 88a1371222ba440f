package dev.unirow.processor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/**
 * A DTO record that was asked for.
 *
 * @param name the record's simple name
 * @param with the references and collections whose public DTOs it has
 * @param fields the properties that it has; empty for those of the purpose
 * @param without the properties that it does not have
 * @param text what was written, for messages
 * @param annotation where it was asked for
 */
record DtoRequest(
        String name,
        Optional<Purpose> purpose,
        List<String> with,
        List<String> fields,
        List<String> without,
        String text,
        AnnotationMirror annotation,
        Optional<AnnotationValue> place) {
    enum Purpose {
        CREATE,
        UPDATE,
        PUBLIC;

        static final String NAMES = "create, update, public, public+<reference>";

        static Optional<Purpose> of(String word) {
            return Arrays.stream(values())
                    .filter(purpose -> purpose.word().equals(word))
                    .findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All that are asked for of a model. */
    static List<DtoRequest> of(ModelSource model) {
        List<DtoRequest> requests = new ArrayList<>();
        for (AnnotationMirror mirror : model.marks().mirrors()) {
            switch (Marks.nameOf(mirror)) {
                case Names.MODEL_SPEC ->
                    Marks.values(mirror, "dto").forEach(value -> requests.add(standard(model, mirror, value)));
                case Names.DERIVED_DTOS ->
                    Marks.values(mirror, "value").forEach(value -> requests.add(standard(model, mirror, value)));
                case Names.DTO -> requests.add(custom(mirror, mirror));
                case Names.DTO_LIST ->
                    Marks.values(mirror, "value")
                            .forEach(value -> requests.add(custom((AnnotationMirror) value.getValue(), mirror)));
                default -> {}
            }
        }
        return requests;
    }

    private static DtoRequest standard(ModelSource model, AnnotationMirror mirror, AnnotationValue value) {
        String text = String.valueOf(value.getValue());
        List<String> words = words(text);
        String with = words.stream().skip(1).map(Names::capitalized).collect(Collectors.joining("And"));
        return new DtoRequest(
                model.name().simpleName() + Names.capitalized(words.get(0)) + (with.isEmpty() ? "" : "With" + with),
                Purpose.of(words.get(0)),
                words.subList(1, words.size()),
                List.of(),
                List.of(),
                text,
                mirror,
                Optional.of(value));
    }

    private static DtoRequest custom(AnnotationMirror mirror, AnnotationMirror outer) {
        String text = Marks.text(mirror, "of", "public");
        List<String> words = words(text);
        return new DtoRequest(
                Marks.text(mirror, "name", ""),
                Purpose.of(words.get(0)),
                words.subList(1, words.size()),
                Marks.texts(mirror, "fields"),
                Marks.texts(mirror, "without"),
                text,
                outer,
                Optional.empty());
    }

    /** {@code public+team}: the purpose, and what is nested. */
    private static List<String> words(String text) {
        List<String> words = Arrays.stream(text.split("\\+", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty() ? List.of("?") : words;
    }
}
