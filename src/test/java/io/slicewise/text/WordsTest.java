package io.slicewise.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How the product speaks, as far as a machine can hear it: one term a thing, in both languages. What a rule forbids has
 * a better word beside it; a text that truly needs a forbidden one needs another sentence.
 */
class WordsTest {
    private static final Path WORDS = Path.of("src", "main", "resources", "io", "slicewise", "text");

    /** Forbidden in Korean, with what is said instead. */
    private static final Map<String, String> KOREAN = Map.ofEntries(
            Map.entry("바쁘|바쁜|바빠|바빴|한가하|한가한|놀고 |노는 ", "사용률이 높다/낮다, 유휴"),
            Map.entry("일하[고는지]|일합니다", "쓰이다, 사용되다"),
            Map.entry("나누어 (준|주|줄|줬)", "할당하다"),
            Map.entry("빈터|빈 슬라이스", "공실, 미할당 슬라이스"),
            Map.entry("수치", "지표, 값, 측정값"),
            Map.entry("재분할|다시 분할|다시 나눈|다시 나눠", "재구성"),
            Map.entry("고립|과열", "사용 불가, 포화"),
            Map.entry("경보|레코딩 규칙", "알림 규칙, 기록 규칙"),
            Map.entry("원본 문서|(?<!MIG 사용률 )분석 문서", "원문, 원문(MIG 사용률 분석 문서)"),
            Map.entry("가중치 기준|가중치 분해|가중 합", "가중 기준, 가중치 구성, 가중합"),
            Map.entry("브리지 차트|사전 구성|변형 프로파일|탐색 화면|듣는 사람", "워터폴 차트, 프리셋, 구성 화면, 대상"),
            Map.entry("(?<!따옴표로 |괄호로 )묶음|묶지 않|묶기", "그룹, 그룹화"),
            Map.entry("보고됨|보고되었|보고했습니다|보고 범위|측정 범위", "측정값이 있다, 측정 현황"),
            Map.entry("유휴가 아닙니다|유휴 상태와 다릅니다|없는 것은 (유휴|0)", "측정값이 없다고 유휴인 것은 아닙니다"),
            Map.entry("비용[은을] (지불|치른|치르)", "비용이 들다, 비용이 발생하다"),
            Map.entry("[가-힣]세요|[가-힣]나요|해요", "하십시오, 합니까"),
            Map.entry("은\\(는\\)|을\\(를\\)|이\\(가\\)|와\\(과\\)|\\(으\\)로", "a fixed noun that carries the particle"),
            Map.entry("[0-9}]–[0-9{]", "~"),
            Map.entry(
                    "(\\}|(?<![0-9.])(?<![ABH][0-9]{2,3} )[0-9.]+)(GiB|MiB|KiB|GB|MB)(?![a-z0-9])",
                    "a blank before the unit, but in a name such as A100 80GB"),
            Map.entry("[0-9}] %", "no blank before the percent sign"),
            Map.entry("주의사항|데이터소스|붙여넣(?!기)", "주의 사항, 데이터 소스, 붙여 넣다"),
            Map.entry("요청을 (배치|가져)|요청된? ?(줄|파일)|^요청$|요청 CSV", "수요"),
            Map.entry("관측|관찰", "측정"),
            Map.entry("백분위(?!수)", "백분위수"),
            Map.entry("오퍼레이터", "Operator"),
            Map.entry("하위 쿼리|내보내기 파일|스크레이프", "서브쿼리, 내보낸 파일, 수집"),
            Map.entry("주지 않으면|줄 수 있습니다", "지정하지 않으면, 쓸 수 있습니다"),
            Map.entry("기본값 [0-9a-z]", "기본값은 …입니다"),
            Map.entry("귀속", "배분"));

    /** Forbidden in English, with what is said instead. */
    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("carved|given out|give out", "allocated"),
            Map.entry("[0-9}] %", "no blank before the percent sign"),
            Map.entry("here stands", "Expected …, found …"),
            Map.entry("cannot be “\\{", "Invalid value “…” for …"),
            Map.entry("[Pp]artitioned anew", "reconfigured"),
            Map.entry("[Nn]obody (can tell|knows|was)|wants to know", "what is not known"),
            Map.entry("[Ww]eighed by|[Ww]eighs by|looks from|[Cc]ounts by$", "weighted by, based on"),
            Map.entry("came about|be had\\b|[Ww]orking out|worked out", "plain verbs"),
            Map.entry("\\b(one|once|[Oo]ne \\w+|column) a (profile|series|GPU|instance|line|host)\\b", "per"),
            Map.entry("vacant plot", "vacant room"),
            Map.entry("\\bis cut\\b|\\bcuts? (it|one|a)\\b|\\bcut into\\b", "divided"),
            Map.entry("[Ww]orks? (it|them|the sizes) out|works out|travel", "computes, transferred"),
            Map.entry("“ is no [a-z]|” is no [a-z]|This is no [a-z]", "is not a …"),
            Map.entry("tells of|is said$|\\bper cent\\b", "has, is reported, percent"),
            Map.entry("(?<!slicewise )\\bcatalog\\b", "catalogue, but for the command"),
            Map.entry("In a month|In an hour|an hour costs an hour", "per month, per hour"));

    /** What depends on how a word ends, behind a variable whose end is not known. */
    private static final Pattern PARTICLE = Pattern.compile(
            "\\{(\\d)\\}[”’]?(은|는|이(?!고|며|상|하|내|어|므로|지만|라)|가(?![지중능장])|을|를|와|과|으로|로)(?=[\\s,.:;()…]|만|도|$)");

    /**
     * Where the variable is a percentage or ends in a unit that is read with a vowel at its end (퍼센트, 퍼센트포인트,
     * 개, 기비바이트), so that the particle behind it is known.
     */
    private static final Map<String, String> VOWELS = Map.ofEntries(
            Map.entry("advice.", "012345"),
            Map.entry("report.extent", "3"),
            Map.entry("report.compare.same", "1"),
            Map.entry("story.why.", "46"),
            Map.entry("story.gap.", "4"),
            Map.entry("story.whole.", "012"),
            Map.entry("story.alert.", "01"),
            Map.entry("story.pinned", "1"),
            Map.entry("story.fragmented", "0"),
            Map.entry("snapshot.all.headline", "45"),
            Map.entry("sums.why.unallocated", "0"),
            Map.entry("promql.alert.description.memoryHigh", "12"),
            Map.entry("promql.alert.description.wholeLow", "1"));

    private static final List<String> AFTER_VOWELS = List.of("가", "는", "를", "와", "로");

    @Test
    void theProductSpeaksKoreanWithOneTermAThing() throws IOException {
        assertEquals(List.of(), forbidden(words("ko"), KOREAN));
    }

    @Test
    void theProductSpeaksEnglishWithOneTermAThing() throws IOException {
        assertEquals(List.of(), forbidden(words("en"), ENGLISH));
    }

    @Test
    void particlesStandBehindWordsWhoseEndIsKnown() throws IOException {
        assertEquals(List.of(), all(words("ko"), WordsTest::particles));
    }

    /** Samples are read by everybody who starts: their titles and notes follow the same rules. */
    @Test
    void samplesSpeakLikeTheProduct() throws IOException {
        assertEquals(List.of(), forbidden(samples("ko"), KOREAN));
        assertEquals(List.of(), forbidden(samples("en"), ENGLISH));
    }

    /** One wording in the window, in reports, in the guide, in the advice and in the files for Grafana. */
    @ParameterizedTest
    @CsvSource({
        "average, instance-average, 1, average",
        "weighted, weighted-average, 2, weighted",
        "whole, whole-gpu, 3, whole"
    })
    void theQuestionOfAFigureHasOneWording(String figure, String query, String chapter, String conclusion)
            throws IOException {
        for (String language : List.of("en", "ko")) {
            Map<String, String> words = words(language);
            String question = words.get("figures." + figure + ".question");
            assertTrue(words.get("promql.note.figure." + query).startsWith(question + " "), question);
            assertTrue(words.get("help.chapter.figures." + chapter).contains(" " + question + " "), question);
            assertTrue(words.get("advice.conclusion." + conclusion).contains(": " + question + " "), question);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GPU가 바쁜가?",
                "그중 하나가 놀고 있습니다.",
                "수치를 확인하십시오.",
                "{0}은(는) 없습니다.",
                "0–100%",
                "메모리 {0}GiB",
                "폴더를 확인하세요.",
                "붙여넣은 텍스트"
            })
    void whatBreaksARuleIsSeen(String words) {
        assertEquals(1, forbidden(Map.of("room.key", words), KOREAN).size());
    }

    @ParameterizedTest
    @CsvSource({
        "room.key, {0}을 찾을 수 없습니다., 1",
        "room.key, “{0}”로 이동합니다., 1",
        "room.key, {0}와 {1} 서버, 1",
        "advice.key, 사용률은 {2}를 넘습니다., 0",
        "advice.key, 사용률은 {2}을 넘습니다., 1",
        "room.key, {0} 서버와 {1}개, 0",
        "room.key, 평균은 {0}이고 나머지는 {1}입니다., 0"
    })
    void aParticleBehindAnUnknownEndIsSeen(String key, String words, int found) {
        assertEquals(found, particles(key, words).size());
    }

    private static List<String> particles(String key, String words) {
        return PARTICLE.matcher(words)
                .results()
                .filter(found -> !(AFTER_VOWELS.contains(found.group(2)) && endsInVowel(key, found.group(1))))
                .map(found -> key + ": " + found.group())
                .toList();
    }

    private static boolean endsInVowel(String key, String argument) {
        return VOWELS.entrySet().stream()
                .anyMatch(entry ->
                        key.startsWith(entry.getKey()) && entry.getValue().contains(argument));
    }

    private static List<String> forbidden(Map<String, String> words, Map<String, String> rules) {
        return all(
                words,
                (key, text) -> rules.entrySet().stream()
                        .flatMap(rule -> Pattern.compile(rule.getKey())
                                .matcher(text)
                                .results()
                                .map(MatchResult::group)
                                .map(found -> key + ": «" + found + "», better: " + rule.getValue()))
                        .toList());
    }

    private static List<String> all(Map<String, String> words, BiFunction<String, String, List<String>> rule) {
        List<String> found = new ArrayList<>();
        words.forEach((key, text) -> found.addAll(rule.apply(key, text)));
        return found;
    }

    /** What the samples say in a language, by file. */
    private static Map<String, String> samples(String language) throws IOException {
        Pattern text = Pattern.compile("\"" + language + "\": \"((?:[^\"\\\\]|\\\\.)*)\"");
        Map<String, String> said = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                said.put(
                        String.valueOf(file.getFileName()),
                        text.matcher(Files.readString(file))
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.joining("\n")));
            }
        }
        return said;
    }

    private static Map<String, String> words(String language) throws IOException {
        Map<String, String> words = new TreeMap<>();
        try (Stream<Path> files = Files.list(WORDS)) {
            for (Path file : files.filter(f -> f.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                Properties room = new Properties();
                try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
                    room.load(reader);
                }
                room.forEach((key, text) -> words.put(String.valueOf(key), String.valueOf(text)));
            }
        }
        return words;
    }
}
