package io.slicewise.promql.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Precedence, associativity and every form of the language, and what is said about text that is no query. */
class PromqlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + b * c | a + (b * c)",
                "a * b / c % d | ((a * b) / c) % d",
                "2 ^ 3 ^ 2 | 2 ^ (3 ^ 2)",
                "-2 ^ 2 | -(2 ^ 2)",
                "-a * b | (-a) * b",
                "a * -b ^ c | a * (-(b ^ c))",
                "a ^ -b * c | (a ^ (-b)) * c",
                "a or b and c unless d | a or ((b and c) unless d)",
                "a + b == c - d | (a + b) == (c - d)",
                "a > 1 > 2 | (a > 1) > 2",
                "a atan2 b + c | (a atan2 b) + c",
                "a and b > 1 or c | (a and (b > 1)) or c",
                "- a + b | (-a) + b",
                "1 - 2 - 3 | (1 - 2) - 3"
            })
    void operatorsBindAsInPrometheus(String query, String same) {
        assertEquals(Promql.of(same), Promql.of(query));
        assertEquals(Promql.of(query), Promql.of(Promql.line(Promql.of(query))));
    }

    @Test
    void commentsEndWithTheirLine() {
        assertEquals(Promql.of("a + b"), Promql.of("# no data\na # the first\n+ b#"));
    }

    @Test
    void groupingTheOtherWayIsAnotherQuery() {
        assertNotEquals(Promql.of("(a + b) * c"), Promql.of("a + b * c"));
        assertNotEquals(Promql.of("(-2) ^ 2"), Promql.of("-2 ^ 2"));
        assertNotEquals(Promql.of("(2 ^ 3) ^ 2"), Promql.of("2 ^ 3 ^ 2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "SUM(a) BY (b) | sum by (b) (a)",
                "sum without(b,) (a) | sum without (b) (a)",
                "sum by () (a) | sum by () (a)",
                "topk(3, a) by (b) | topk by (b) (3, a)",
                "count_values(\"v\", a) | count_values(\"v\", a)",
                "a * on(b) group_left a | a * on (b) group_left () a",
                "a * ON(b) GROUP_RIGHT(c) d | a * on (b) group_right (c) d",
                "a == bool ignoring (x) b | a == bool ignoring (x) b",
                "a[1h30m] offset -5m | a[1h30m] offset -5m",
                "a[90] | a[1m30s]",
                "a @ 1.5 offset 1w | a @ 1.5 offset 1w",
                "a offset 1d @ start() | a @ start() offset 1d",
                "rate(a[5m])[1h:] | rate(a[5m])[1h:]",
                "(a + b)[1h:1m] @ end() | (a + b)[1h:1m] @ end()",
                "0x1F + 010 + .5 + 1e3 + Inf | 31 + 8 + 0.5 + 1000 + Inf",
                "5m | 300",
                "a{b='c',} | a{b=\"c\"}",
                "{__name__=~\"a.b\", c!~\"d\"} | {__name__=~\"a.b\", c!~\"d\"}",
                "{\"my.metric\", \"a.b\"!=\"c\"} | {\"my.metric\", \"a.b\"!=\"c\"}",
                "{\"plain\"} | plain",
                "sum by (\"a.b\") (c) | sum by (\"a.b\") (c)",
                "offset + by{sum=\"avg\"} | offset + by{sum=\"avg\"}",
                "sum + offset | sum + offset",
                "a:b:c{} | a:b:c",
                "a # the end | a",
                "a{b=`c\\d`} | a{b=\"c\\\\d\"}",
                "a{b=\"\\u00e9\\x41\\101\\n\"} | a{b=\"éAA\\n\"}",
                "vector(1) + time() | vector(1) + time()"
            })
    void everyFormIsReadAndPrinted(String query, String printed) {
        assertEquals(printed, Promql.line(Promql.of(query)));
        assertEquals(Promql.of(query), Promql.of(printed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(a{host=~\"$host\"}[$__rate_interval])",
                "sum by ($group) (a)",
                "a > $threshold",
                "a > ${threshold:raw}",
                "max_over_time(a[$__range:$__interval])",
                "max_over_time(a[${__range}:1m])",
                "a offset $shift",
                "$metric{a=\"b\"}",
                "sum(a{$filter})",
                "a{b=\"c\", ${conditions}, d=\"e\"}",
                "DCGM_${kind}_ACTIVE{a=\"[[b]]\"}",
                "a * [[factor]]",
                "rate(a[[[range]]])"
            })
    void grafanasVariablesStay(String query) {
        assertEquals(query, Promql.line(Promql.of(query)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "sum(a | 1 | 6 | The query ends before a closing “)”.",
                "a{b=c} | 1 | 5 | A string in quotes is expected here, not “c”.",
                "a{b} | 1 | 4 | After the label “b” one of =, !=, =~ and !~ is expected.",
                "a b | 1 | 3 | The query should end here or go on with an operator; “b” is neither.",
                "a + bool b | 1 | 3 | “bool” belongs to comparisons, not to “+”.",
                "1 > 2 | 1 | 3 | Two numbers are compared: “>” needs “bool” behind it.",
                "a and 1 | 1 | 3 | “and” works on series; here a number stands beside it.",
                "a and on(b) group_left c | 1 | 3 | group_left and group_right do not go with “and”.",
                "sum(a)[5m] | 1 | 7 | A range can be taken of a metric only (of anything else in MetricsQL alone); for"
                        + " anything else write [range:step].",
                "a offset 5m [5m] | 1 | 13 | The range stands before offset and @.",
                "a[0s] | 1 | 3 | A range must be longer than “0s”.",
                "a[5x] | 1 | 3 | “5x” is neither a number nor a duration.",
                "a[1m1h] | 1 | 3 | A duration names its units from the largest to the smallest, each once, as in"
                        + " 1h30m; “1m1h” does not.",
                "sum(a, b) | 1 | 1 | sum takes one argument; 2 stand here.",
                "a + | 1 | 4 | The query ends where an expression is expected.",
                "a{b=\"c | 1 | 5 | A string begins here and does not end on this line.",
                "a + ? | 1 | 5 | “?” has no meaning in a query.",
                "a[5m] + b | 1 | 7 | “+” works on one value each; here a range such as [5m] stands beside it.",
                "a offset 1m offset 2m | 1 | 13 | “offset” stands here twice for the same metric.",
                "a{b=\"\\q\"} | 1 | 6 | “\\q” is not an escape of strings; a backslash itself is written twice.",
                "on + a | 1 | 1 | An expression is expected here, not “on”.",
                "abs(a,) | 1 | 7 | An expression is expected here, not “)”.",
                "a + \"b\" | 1 | 3 | “+” works on numbers and series; here a text in quotes stands beside it.",
                "1 + on(b) c | 1 | 3 | “+” matches series by labels; here a number stands beside it.",
                "a * on(b) group_left(b) c | 1 | 3 | The label “b” cannot be matched on and taken over at once.",
                "-a[5m] | 1 | 1 | “-” stands before a number or a series, not before a text or a range.",
                "1[5m:] | 1 | 2 | A subquery is taken of series, not of a number, a text or another range.",
                "topk(a, b) | 1 | 1 | topk takes a number first.",
                "count_values(1, a) | 1 | 1 | count_values takes the name of a label in quotes first.",
                "(a)[5m] | 1 | 4 | A range can be taken of a metric only (of anything else in MetricsQL alone); for"
                        + " anything else write [range:step].",
                "(a) offset 5m | 1 | 5 | “offset” can stand behind a metric, a range or a subquery only.",
                "{a=~\".*\"} | 1 | 1 | A selector without a name needs at least one condition that keeps something"
                        + " out, such as a=\"b\".",
                "a{b=~\"x(\"} | 1 | 6 | “x(” is not a regular expression that servers accept: a parenthesis is missing"
                        + " or stands alone.",
                "a{__name__=\"b\"} | 1 | 1 | The metric has a name already; “b” is a second one.",
                "up{\"x\"} | 1 | 1 | The metric has a name already; “x” is a second one.",
                "WITH (f = {a=\"b\"}) sum(m{f}) | 1 | 9 | “WITH” belongs to MetricsQL, which VictoriaMetrics alone"
                        + " reads; queries are read as PromQL.",
                "sum(a) default 0 | 1 | 8 | “default” belongs to MetricsQL, which VictoriaMetrics alone reads; queries"
                        + " are read as PromQL.",
                "a ifnot b | 1 | 3 | “ifnot” belongs to MetricsQL, which VictoriaMetrics alone reads; queries are read"
                        + " as PromQL.",
                "a{b=\"c\" or d=\"e\"} | 1 | 9 | “or” belongs to MetricsQL, which VictoriaMetrics alone reads; queries"
                        + " are read as PromQL.",
                "rate(a[5m]) keep_metric_names | 1 | 13 | “keep_metric_names” belongs to MetricsQL, which"
                        + " VictoriaMetrics alone reads; queries are read as PromQL.",
                "a > 5Ki | 1 | 5 | “5Ki” belongs to MetricsQL, which VictoriaMetrics alone reads; queries are read as"
                        + " PromQL.",
                "rate(a[5i]) | 1 | 8 | “5i” belongs to MetricsQL, which VictoriaMetrics alone reads; queries are read"
                        + " as PromQL.",
                "a * on(b) group_left(*) c | 1 | 22 | “*” belongs to MetricsQL, which VictoriaMetrics alone reads;"
                        + " queries are read as PromQL."
            })
    void whatIsNoQueryIsSaidWithItsPlace(String query, int line, int column, String why) {
        Parsed.Failure failure = assertInstanceOf(Parsed.Failure.class, Promql.parse(query));
        assertEquals(why, Messages.in(Language.ENGLISH).say(failure.why()));
        assertEquals(line + ":" + column, failure.line() + ":" + failure.column());
    }

    @Test
    void placesAreCountedInLines() {
        Parsed.Failure failure = assertInstanceOf(Parsed.Failure.class, Promql.parse("sum(\n  a,\n  b\n)\n]"));
        assertEquals("5행 1열, “]” 부분부터: 여기서 쿼리가 끝나거나 연산자가 이어져야 하는데 “]” 표기가 있습니다.", korean("sum(\n a\n)\n\n]"));
        assertEquals(1, failure.line(), "the arguments are counted before the end is looked at");
    }

    @Test
    void whatWasNotReadIsShownAsFarAsItTells() {
        String query = "sum(a) sum(" + "b".repeat(100) + ")\n+ c";
        Parsed.Failure failure = assertInstanceOf(Parsed.Failure.class, Promql.parse(query));
        assertEquals("sum(" + "b".repeat(36) + "…", failure.part());
        assertEquals(
                "",
                assertInstanceOf(Parsed.Failure.class, Promql.parse("sum(a")).part());
    }

    @Test
    void depthHasALimitAndNeverOverflowsTheStack() {
        assertInstanceOf(Parsed.Failure.class, Promql.parse("(".repeat(100_000)));
        assertInstanceOf(Parsed.Failure.class, Promql.parse("-".repeat(100_000) + "a"));
        assertInstanceOf(Parsed.Query.class, Promql.parse("(".repeat(90) + "a" + ")".repeat(90)));
    }

    @Test
    void longQueriesAreBrokenIntoLines() {
        String query = "sum by (host) (metric_with_a_long_name{label_one=\"a value\"} * 2) / "
                + "count by (host) (metric_with_a_long_name{label_one=\"a value\", label_two=\"another\"})";
        assertEquals("""
            sum by (host) (metric_with_a_long_name{label_one="a value"} * 2)
            / count by (host) (metric_with_a_long_name{label_one="a value", label_two="another"})\
            """, Promql.pretty(Promql.of(query)));
        assertTrue(Promql.pretty(Promql.of("a + b")).equals("a + b"));
    }

    private static String korean(String query) {
        return Messages.in(Language.KOREAN)
                .say(assertInstanceOf(Parsed.Failure.class, Promql.parse(query)).text());
    }
}
