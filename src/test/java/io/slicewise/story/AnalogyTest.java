package io.slicewise.story;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The block of flats: what can be counted in it is what the figures say. */
class AnalogyTest {
    private static Analogy analogy(Fleet fleet) {
        return Analogy.of(Told.figures(fleet));
    }

    @Test
    void theWindowsOfTheMainExampleCountUpToTheFigures() {
        Analogy analogy = analogy(Fleets.main());
        Analogy.Block block = analogy.blocks().getFirst();
        int lit = block.flats().stream().mapToInt(Analogy.Flat::lit).sum();
        int windows = block.flats().stream().mapToInt(Analogy.Flat::windows).sum();
        assertEquals(
                List.of(9, 8, 7, 12),
                block.flats().stream().map(Analogy.Flat::lit).toList());
        assertEquals(0.72, (double) lit / windows, 1e-12);
        assertEquals(36.0 / 70, (double) lit / (block.rooms() * Analogy.WINDOWS), 1e-12);
        assertEquals(2, block.vacant());
        assertEquals(0, block.stranded());
    }

    @Test
    void theSceneNamesTheHouseholds() {
        assertEquals(
                "Imagine a block of flats: 3 studios (90.0%, 80.0%, 70.0%), one two-room flat (60.0%), and 2 vacant"
                        + " rooms. A room is a compute slice, a flat an instance, and lit windows are its utilization.",
                Told.english(analogy(Fleets.main()).scene()));
        assertEquals(
                "아파트 단지를 떠올려 보십시오: 원룸 3채(90.0%, 80.0%, 70.0%), 투룸 1채(60.0%), 그리고 공실 2칸. 방 하나는 컴퓨트 슬라이스, 집 하나는 인스턴스,"
                        + " 불 켜진 창은 사용률입니다.",
                Told.korean(analogy(Fleets.main()).scene()));
        assertEquals(
                "advice.analogy.scene.full",
                analogy(of(gpu("GPU 0", "a100-80gb", "7g.80gb 50"))).scene().key());
        assertEquals("advice.analogy.scene.empty", analogy(Fleet.EMPTY).scene().key());
    }

    @Test
    void eachFigureHasItsSaying() {
        List<Analogy.Saying> sayings = analogy(Fleets.main()).sayings();
        assertEquals(
                List.of(Figure.values()),
                sayings.stream().map(saying -> saying.value().figure()).toList());
        assertEquals(
                "Of the electricity quota of all rented flats, 72.0% is used. A two-room flat counts twice as much as a"
                        + " studio.",
                Told.english(sayings.get(1).saying()));
        assertEquals(
                "단지 전체의 전력 설비 용량 가운데 51.4%를 씁니다. 공실의 전력 설비에도 비용이 들었으므로 함께 셉니다.",
                Told.korean(sayings.get(2).saying()));
    }

    @Test
    void whatPlacementStrandsIsAPlotThatNobodyCanRent() {
        Analogy.Block block = analogy(of(gpu("GPU 0", "a100-80gb", "3g.40gb 98", "3g.40gb -")))
                .blocks()
                .getFirst();
        assertEquals(0, block.vacant());
        assertEquals(1, block.stranded());
        assertEquals(7, block.rooms());
        assertEquals(0, block.flats().getLast().lit(), "no reading lights no window");
    }
}
