package dev.unirow.model.internal;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The plural of one lower-case English word: the rules, and the irregular words that are likely names of tables. A word
 * that is a plural already stays.
 */
public final class EnglishPlural {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("person", "people"),
            Map.entry("child", "children"),
            Map.entry("man", "men"),
            Map.entry("woman", "women"),
            Map.entry("foot", "feet"),
            Map.entry("tooth", "teeth"),
            Map.entry("goose", "geese"),
            Map.entry("mouse", "mice"),
            Map.entry("ox", "oxen"),
            Map.entry("quiz", "quizzes"),
            Map.entry("leaf", "leaves"),
            Map.entry("shelf", "shelves"),
            Map.entry("half", "halves"),
            Map.entry("wolf", "wolves"),
            Map.entry("thief", "thieves"),
            Map.entry("knife", "knives"),
            Map.entry("life", "lives"),
            Map.entry("wife", "wives"),
            Map.entry("hero", "heroes"),
            Map.entry("potato", "potatoes"),
            Map.entry("tomato", "tomatoes"),
            Map.entry("echo", "echoes"),
            Map.entry("lens", "lenses"));
    private static final Set<String> UNCHANGED = Set.of(
            "people",
            "children",
            "men",
            "women",
            "feet",
            "teeth",
            "geese",
            "mice",
            "data",
            "metadata",
            "equipment",
            "information",
            "money",
            "sheep",
            "fish",
            "deer",
            "staff",
            "news");
    private static final Pattern ALREADY_PLURAL = Pattern.compile(".*([^aeious]|e)s");
    private static final Pattern SIS = Pattern.compile(".{2,}sis");
    private static final Pattern CONSONANT_Y = Pattern.compile(".*[^aeiou]y");
    private static final Pattern SIBILANT = Pattern.compile(".*(s|x|z|ch|sh)");

    private EnglishPlural() {}

    public static String of(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.isEmpty()
                || UNCHANGED.contains(word)
                || ALREADY_PLURAL.matcher(word).matches()) {
            return word;
        }
        if (SIS.matcher(word).matches()) {
            return word.substring(0, word.length() - 2) + "es";
        }
        if (CONSONANT_Y.matcher(word).matches()) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return SIBILANT.matcher(word).matches() ? word + "es" : word + "s";
    }
}
