package dev.instancepatch.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many of the same take few lines, and none is forgotten. */
class RepeatsTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1); // nanoTime may overflow at any moment
    private final Repeats repeats = new Repeats(now::get);

    @Test
    void the_first_has_a_line_and_then_the_second_the_fourth_the_eighth() {
        List<Long> said = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            long times = repeats.count(Verdicts.refused("a"), Code.CODE_NOT_TRUSTED);
            if (times > 0) {
                said.add(times);
            }
        }
        assertEquals(14, said.size());
        assertEquals(List.of(1L, 2L, 4L, 8L), said.subList(0, 4));
        assertEquals(8192L, said.get(13));
    }

    @Test
    void the_first_after_a_minute_of_silence_has_one_with_its_number() {
        for (int i = 0; i < 6; i++) {
            repeats.count(Verdicts.accepted("a"), null);
        }
        now.addAndGet(TimeUnit.MINUTES.toNanos(1));
        assertEquals(7, repeats.count(Verdicts.accepted("a"), null));
    }

    @Test
    void what_differs_in_anything_is_counted_for_itself() {
        for (int i = 0; i < 3; i++) {
            repeats.count(Verdicts.accepted("a"), null);
        }
        assertEquals(1, repeats.count(Verdicts.accepted("b"), null));
        assertEquals(1, repeats.count(Verdicts.refused("a"), Code.CODE_NOT_TRUSTED));
        assertEquals(1, repeats.count(Verdicts.refused("a"), Code.CANNOT_LINK));
        assertEquals(1, repeats.count(Verdicts.of("a", Verdict.Basis.KEY, "build"), null));
    }

    @Test
    void a_flood_of_different_ones_makes_it_say_more_and_not_less() {
        for (int i = 0; i < 3; i++) {
            repeats.count(Verdicts.refused("a"), Code.CODE_NOT_TRUSTED);
        }
        for (int i = 0; i < 1_000; i++) {
            assertEquals(1, repeats.count(Verdicts.refused("flood" + i), Code.CODE_NOT_TRUSTED));
        }
        assertEquals(1, repeats.count(Verdicts.refused("a"), Code.CODE_NOT_TRUSTED));
    }
}
