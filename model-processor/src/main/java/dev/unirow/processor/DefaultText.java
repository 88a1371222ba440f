package dev.unirow.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The text of {@code @Default} as an expression of the component's type. */
final class DefaultText {
    /** Types that read their text with {@code parse}. */
    private static final Map<String, Function<String, ?>> PARSED = Map.ofEntries(
            Map.entry("java.time.Instant", Instant::parse),
            Map.entry("java.time.LocalDate", LocalDate::parse),
            Map.entry("java.time.LocalDateTime", LocalDateTime::parse),
            Map.entry("java.time.LocalTime", LocalTime::parse),
            Map.entry("java.time.OffsetDateTime", OffsetDateTime::parse),
            Map.entry("java.time.ZonedDateTime", ZonedDateTime::parse),
            Map.entry("java.time.Duration", Duration::parse),
            Map.entry("java.time.Period", Period::parse),
            Map.entry("java.time.Year", Year::parse),
            Map.entry("java.time.YearMonth", YearMonth::parse));

    private DefaultText() {}

    /**
     * The expression; empty if there is none for the type.
     *
     * @throws IllegalArgumentException if the text does not fit the type
     */
    static Optional<CodeBlock> expression(TypeMirror type, String text) {
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE ->
                Optional.of(primitive(type.getKind().name(), text));
            case DECLARED -> declared((DeclaredType) type, text);
            default -> Optional.empty();
        };
    }

    private static Optional<CodeBlock> declared(DeclaredType type, String text) {
        TypeElement element = (TypeElement) type.asElement();
        ClassName name = ClassName.get(element);
        if (element.getKind() == ElementKind.ENUM) {
            return Optional.of(constant(element, name, text));
        }
        String qualified = element.getQualifiedName().toString();
        if (PARSED.containsKey(qualified)) {
            return Optional.of(parsed(name, PARSED.get(qualified), text));
        }
        return switch (qualified) {
            case "java.lang.String", "java.lang.CharSequence" -> Optional.of(CodeBlock.of("$S", text));
            case "java.lang.Boolean",
                    "java.lang.Byte",
                    "java.lang.Short",
                    "java.lang.Long",
                    "java.lang.Float",
                    "java.lang.Double" ->
                Optional.of(primitive(qualified.substring("java.lang.".length()).toUpperCase(Locale.ROOT), text));
            case "java.lang.Integer" -> Optional.of(primitive("INT", text));
            case "java.lang.Character" -> Optional.of(primitive("CHAR", text));
            case "java.math.BigDecimal" -> Optional.of(decimal(name, text));
            case "java.math.BigInteger" -> Optional.of(integer(name, text));
            case "java.util.UUID" -> Optional.of(CodeBlock.of("$T.fromString($S)", name, UUID.fromString(text)));
            default -> Optional.empty();
        };
    }

    private static CodeBlock primitive(String kind, String text) {
        return switch (kind) {
            case "BOOLEAN" -> {
                if (!text.equals("true") && !text.equals("false")) {
                    throw new IllegalArgumentException(text);
                }
                yield CodeBlock.of("$L", text);
            }
            case "BYTE" -> CodeBlock.of("$L", Byte.parseByte(text));
            case "SHORT" -> CodeBlock.of("$L", Short.parseShort(text));
            case "INT" -> CodeBlock.of("$L", Integer.parseInt(text));
            case "LONG" -> CodeBlock.of("$LL", Long.parseLong(text));
            case "FLOAT" -> Literals.real(Float.parseFloat(text), "f");
            case "DOUBLE" -> Literals.real(Double.parseDouble(text), "");
            default -> {
                if (text.length() != 1) {
                    throw new IllegalArgumentException(text);
                }
                yield Literals.character(text.charAt(0));
            }
        };
    }

    private static CodeBlock constant(TypeElement element, ClassName name, String text) {
        boolean known = element.getEnclosedElements().stream()
                .anyMatch(member -> member.getKind() == ElementKind.ENUM_CONSTANT
                        && member.getSimpleName().contentEquals(text));
        if (!known) {
            throw new IllegalArgumentException(text);
        }
        return CodeBlock.of("$T.$L", name, text);
    }

    private static CodeBlock parsed(ClassName name, Function<String, ?> parse, String text) {
        try {
            var unused = parse.apply(text);
            return CodeBlock.of("$T.parse($S)", name, text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static CodeBlock decimal(ClassName name, String text) {
        return CodeBlock.of("new $T($S)", name, new BigDecimal(text).toString());
    }

    private static CodeBlock integer(ClassName name, String text) {
        return CodeBlock.of("new $T($S)", name, new BigInteger(text).toString());
    }
}
