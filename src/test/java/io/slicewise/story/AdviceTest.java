package io.slicewise.story;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every fleet, with a fleet's own numbers: purposes, questions, audiences, the guide. */
class AdviceTest {
    private static final Figures MAIN = Told.figures(Fleets.main());
    private static final Thresholds USUAL = Thresholds.DEFAULT;

    private static Advice advice(Purpose purpose) {
        return Advice.of(MAIN, USUAL).get(purpose.ordinal());
    }

    @Test
    void purposesHaveTheFiguresOfTheSourceDocumentWithTheWholeGpuToldApart() {
        assertEquals(List.of(Figure.WHOLE_GPU, Figure.WEIGHTED), Purpose.COST.figures());
        assertEquals(List.of(Figure.WEIGHTED), Purpose.ALERT.figures());
        assertEquals(List.of(Figure.INSTANCE_AVERAGE), Purpose.TEAMS.figures());
        assertEquals(List.of(Figure.INSTANCE_AVERAGE), Purpose.JOB.figures());
        assertEquals(List.of(Figure.WEIGHTED, Figure.WHOLE_GPU), Purpose.EXECUTIVES.figures());
    }

    @Test
    void anAdviceAnswersWithTheFleetsNumbers() {
        Advice cost = advice(Purpose.COST);
        assertEquals(36.0 / 70, cost.values().getFirst().value(), 1e-12);
        assertEquals(
                "51.4% of the hardware you pay for is in use; of the allocated part, 72.0%.",
                Told.english(cost.answer()));
        assertEquals("비용이 드는 하드웨어의 51.4%가 실제로 쓰이고 있습니다. 할당한 자원만 보면 72.0%입니다.", Told.korean(cost.answer()));
        assertEquals(
                "Alert at 90.0%. The weighted average is 72.0% now, 18.0 points below.",
                Told.english(advice(Purpose.ALERT).answer()));
        assertEquals(
                "Alert at 80.0%. The weighted average is 72.0% now, 8.0 points below.",
                Told.english(Advice.of(MAIN, USUAL.withAlert(0.8))
                        .get(Purpose.ALERT.ordinal())
                        .answer()));
    }

    @Test
    void theFourQuestionsAreAnsweredInBothLanguages() {
        List<Question> questions = Question.of(MAIN);
        assertEquals(
                List.of(Figure.INSTANCE_AVERAGE, Figure.WHOLE_GPU, Figure.WHOLE_GPU, Figure.INSTANCE_AVERAGE),
                questions.stream().map(question -> question.value().figure()).toList());
        assertEquals("GPU 하드웨어 전체는 얼마나 활용되고 있습니까?", Told.korean(questions.get(1).question()));
        assertEquals(
                "구매한 전체 컴퓨팅 리소스의 51.4%입니다. 할당한 자원만 보면 72.0%입니다.",
                Told.korean(questions.get(1).answer()));
        assertEquals(
                "75.0% on average; the busiest instance is 1g.10gb #1 at 90.0%, the least busy 2g.20gb at" + " 60.0%.",
                Told.english(questions.get(3).answer()));
    }

    @Test
    void withoutAFigureTheAnswerIsThatThereIsNone() {
        Figures silent = Told.figures(of(gpu("GPU 0", "a100-80gb", "1g.10gb -")));
        for (Question question : Question.of(silent)) {
            assertEquals("advice.noFigure", question.answer().key());
        }
        for (Advice advice : Advice.of(silent, USUAL)) {
            assertEquals("advice.noFigure", advice.answer().key());
        }
        assertEquals(
                "story.why.noReading",
                AudienceSummary.of(silent, Audience.MANAGER, USUAL).summary().key());
    }

    @Test
    void audiencesHearTheSameNumbersInOtherWords() {
        assertEquals(
                "29% has not been allocated to anyone; 20% is allocated but idle.",
                Told.english(AudienceSummary.of(MAIN, Audience.MANAGER, USUAL).summary()));
        assertEquals(
                "인스턴스 평균 사용률 75.0%, 가중 평균 72.0%(차이 −3.0%p), GPU 하드웨어 활용률 51.4%(할당률 71.4%).",
                Told.korean(AudienceSummary.of(MAIN, Audience.ENGINEER, USUAL).summary()));
        assertEquals(
                "Alert at 90.0%. The weighted average is 72.0% now, 18.0 points below; instance average 75.0%,"
                        + " whole GPU 51.4%.",
                Told.english(AudienceSummary.of(MAIN, Audience.OPERATOR, USUAL).summary()));
        for (Audience audience : Audience.values()) {
            assertEquals(audience, Audience.of(audience.id()).orElseThrow());
        }
        assertTrue(Audience.of("everybody").isEmpty());
    }

    @Test
    void everySentenceHasWordsInBothLanguages() {
        List<Text> texts = new ArrayList<>();
        for (Fleet fleet : List.of(Fleets.main(), Fleets.scenario1(), Fleets.host())) {
            texts.addAll(told(Told.figures(fleet)));
        }
        for (Text text : texts) {
            for (String said : List.of(Told.english(text), Told.korean(text))) {
                assertFalse(said.contains("advice.") || said.contains("{") || said.contains("–"), said);
            }
        }
    }

    private static List<Text> told(Figures figures) {
        List<Text> texts = new ArrayList<>(AudienceSummary.conclusions());
        texts.add(AudienceSummary.coreMessage());
        for (Advice advice : Advice.of(figures, USUAL)) {
            texts.addAll(List.of(advice.purpose().title(), advice.purpose().why(), advice.answer()));
        }
        Question.of(figures).forEach(it -> texts.addAll(List.of(it.question(), it.answer(), it.reason())));
        Practice.guide(figures, USUAL)
                .forEach(it -> texts.addAll(List.of(it.practice().title(), it.advice())));
        for (Audience audience : Audience.values()) {
            AudienceSummary telling = AudienceSummary.of(figures, audience, USUAL);
            texts.addAll(List.of(audience.title(), audience.why(), telling.headline(), telling.summary()));
            texts.addAll(telling.paragraphs());
        }
        Viewpoint.all().forEach(it -> {
            texts.add(it.aspect());
            texts.addAll(it.words());
        });
        Arrays.stream(UseCase.values()).forEach(it -> {
            texts.add(it.title());
            texts.addAll(it.points());
        });
        Arrays.stream(Caution.values()).forEach(it -> texts.addAll(List.of(it.title(), it.advice())));
        Arrays.stream(Erratum.values()).forEach(it -> texts.addAll(List.of(it.printed(), it.right())));
        Arrays.stream(Figure.values()).forEach(it -> texts.addAll(List.of(it.title(), it.question(), it.meaning())));
        return texts;
    }

    @Test
    void everyCaseHasItsSampleInTheLibrary() {
        for (UseCase useCase : UseCase.values()) {
            assertTrue(
                    AdviceTest.class.getResource("/io/slicewise/samples/" + useCase.sample()) != null,
                    useCase.sample());
        }
    }
}
