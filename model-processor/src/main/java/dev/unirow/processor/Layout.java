package dev.unirow.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last touch to generated source: what fits into a line stands in one, and the components of a record that do not
 * fit have a line each.
 */
final class Layout {
    private static final int WIDTH = 120;
    private static final String INDENT = "        ";
    private static final Pattern ANNOTATION = Pattern.compile("(?m)^( *)(@[\\w.]+\\()\\n((?: +\\S.*\\n)+?)\\1\\)(.*)$");
    private static final Pattern COMMENT = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* (.*)\\n *\\*/$");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n *}");
    private static final Pattern RECORD = Pattern.compile("(?m)^(public record \\w+\\()((?:.*\\n)*?.*)(\\)[^()]*\\{)$");

    private Layout() {}

    static String of(String source) {
        String text = replace(ANNOTATION, source, Layout::annotation);
        text = replace(COMMENT, text, Layout::comment);
        text = EMPTY_BODY.matcher(text).replaceAll("{}");
        return replace(RECORD, text, Layout::record);
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
    }

    private static String annotation(MatchResult spread) {
        String content = spread.group(3).strip().replaceAll(",\\n +", ", ");
        String line = spread.group(1) + spread.group(2) + content + ")" + spread.group(4);
        return content.contains("\n") || line.length() > WIDTH ? spread.group() : line;
    }

    private static String comment(MatchResult spread) {
        String line = spread.group(1) + "/** " + spread.group(2) + " */";
        return line.length() > WIDTH ? spread.group() : line;
    }

    private static String record(MatchResult header) {
        List<String> components =
                split(header.group(2).replaceAll("\\s*\\n\\s*", " ").strip());
        String line = header.group(1) + String.join(", ", components) + header.group(3);
        return line.length() <= WIDTH
                ? line
                : header.group(1) + "\n" + INDENT + String.join(",\n" + INDENT, components) + header.group(3);
    }

    /** At the commas that are in no parentheses, type arguments or texts. */
    private static List<String> split(String components) {
        List<String> split = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < components.length(); i++) {
            char c = components.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if ("(<{".indexOf(c) >= 0) {
                depth++;
            } else if (")>}".indexOf(c) >= 0) {
                depth--;
            } else if (c == ',' && depth == 0) {
                split.add(components.substring(from, i).strip());
                from = i + 1;
            }
        }
        split.add(components.substring(from).strip());
        return split;
    }
}
