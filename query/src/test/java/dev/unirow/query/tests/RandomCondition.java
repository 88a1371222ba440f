package dev.unirow.query.tests;

import static dev.unirow.query.Queries.and;
import static dev.unirow.query.Queries.not;
import static dev.unirow.query.Queries.number;
import static dev.unirow.query.Queries.or;
import static dev.unirow.query.Queries.text;

import dev.unirow.query.Condition;
import dev.unirow.query.TextColumn;
import dev.unirow.query.tests.models.Product;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** A condition beside what it means, said in Java. Texts hold no characters outside the basic plane. */
record RandomCondition(Condition<Product> condition, Predicate<Product> meaning) {
    private static final String LETTERS = "aAbBäÄ%_\\ -'z";

    static RandomCondition next(Random random, int depth) {
        if (depth > 0) {
            RandomCondition one = next(random, depth - 1);
            RandomCondition other = next(random, random.nextInt(depth));
            switch (random.nextInt(4)) {
                case 0 -> {
                    return new RandomCondition(and(one.condition, other.condition), one.meaning.and(other.meaning));
                }
                case 1 -> {
                    return new RandomCondition(or(one.condition, other.condition), one.meaning.or(other.meaning));
                }
                case 2 -> {
                    return new RandomCondition(not(one.condition), one.meaning.negate());
                }
                default -> {}
            }
        }
        return random.nextBoolean() ? ofNumber(random) : ofText(random, text(Product::description), nextText(random));
    }

    static String nextText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static RandomCondition ofNumber(Random random) {
        int value = random.nextInt(5);
        int more = value + random.nextInt(3);
        return switch (random.nextInt(6)) {
            case 0 -> rating(number(Product::rating).eq(value), rating -> rating == value);
            case 1 -> rating(number(Product::rating).gt(value), rating -> rating > value);
            case 2 -> rating(number(Product::rating).lte(value), rating -> rating <= value);
            case 3 -> rating(number(Product::rating).between(value, more), rating -> rating >= value && rating <= more);
            case 4 -> rating(number(Product::rating).in(value, more), rating -> rating == value || rating == more);
            default ->
                new RandomCondition(
                        number(Product::rating).in(Arrays.asList(value, null)),
                        product -> product.rating() == null || product.rating() == value);
        };
    }

    private static RandomCondition ofText(Random random, TextColumn<Product> column, String text) {
        String folded = fold(text);
        return switch (random.nextInt(12)) {
            case 0 -> description(column.eq(text), text::equals);
            case 1 -> new RandomCondition(column.ne(text), product -> !text.equals(product.description()));
            case 2 -> description(column.iexact(text), found -> fold(found).equals(folded));
            case 3 -> description(column.contains(text), found -> found.contains(text));
            case 4 -> description(column.icontains(text), found -> fold(found).contains(folded));
            case 5 -> description(column.startswith(text), found -> found.startsWith(text));
            case 6 -> description(column.istartswith(text), found -> fold(found).startsWith(folded));
            case 7 -> description(column.endswith(text), found -> found.endsWith(text));
            case 8 -> description(column.iendswith(text), found -> fold(found).endsWith(folded));
            case 9 -> description(column.lt(text), found -> found.compareTo(text) < 0);
            case 10 -> description(column.gte(text), found -> found.compareTo(text) >= 0);
            default -> description(column.in(List.of(text, "a")), found -> found.equals(text) || found.equals("a"));
        };
    }

    private static RandomCondition rating(Condition<Product> condition, Predicate<Integer> meaning) {
        return new RandomCondition(condition, product -> product.rating() != null && meaning.test(product.rating()));
    }

    private static RandomCondition description(Condition<Product> condition, Predicate<String> meaning) {
        return new RandomCondition(
                condition, product -> product.description() != null && meaning.test(product.description()));
    }

    private static String fold(String text) {
        String folded = text;
        for (char c = 'A'; c <= 'Z'; c++) {
            folded = folded.replace(c, (char) (c - 'A' + 'a'));
        }
        return folded;
    }
}
