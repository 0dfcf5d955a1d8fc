package dev.instancepatch.it.anytime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Patch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A clone carries the patches of an object without a slot as it does those of one with it; then each is its own. */
class ClonesTest {
    @Test
    void a_clone_of_an_ArrayList_is_patched_alike() {
        ArrayList<String> list = new ArrayList<>();
        Patch.on(list).method("size", self -> 42);
        Object clone = list.clone();
        assertEquals(42, ((ArrayList<?>) clone).size());
    }

    @Test
    void the_clone_and_its_original_are_independent() {
        ArrayList<String> list = new ArrayList<>();
        Patch.on(list).method("size", self -> 42);
        ArrayList<?> clone = (ArrayList<?>) list.clone();
        Patch.on(clone).method("size", self -> 43);
        Patch.on(list).restore("size");
        assertEquals(0, list.size());
        assertEquals(43, clone.size());
        Patch.on(clone).restoreAll();
        Patch.on(list).method("size", self -> 44);
        assertEquals(0, clone.size());
    }

    @Test
    void a_clone_of_an_unpatched_list_is_unpatched() {
        Patch.on(new ArrayList<>()).method("size", self -> 42); // clone() looks for patches from now on
        assertFalse(Patch.isPatched(new ArrayList<>().clone()));
    }

    @TestFactory
    Collection<DynamicTest> collections_that_clone_themselves() {
        Map<String, Collection<?>> all = new LinkedHashMap<>();
        all.put("ArrayDeque", new ArrayDeque<>());
        all.put("HashSet", new HashSet<>());
        all.put("LinkedList", new LinkedList<>());
        all.put("TreeSet", new TreeSet<>());
        all.put("Vector", new Vector<>());
        return all.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Patch.on(each.getValue()).method("size", self -> 42);
                    assertEquals(42, ((Collection<?>) cloneOf(each.getValue())).size());
                }))
                .toList();
    }

    @TestFactory
    Collection<DynamicTest> maps_that_clone_themselves() {
        Map<String, Map<?, ?>> all = new LinkedHashMap<>();
        all.put("ConcurrentSkipListMap", new ConcurrentSkipListMap<>());
        all.put("HashMap", new HashMap<>());
        all.put("Hashtable", new Hashtable<>());
        all.put("IdentityHashMap", new IdentityHashMap<>());
        all.put("Properties", new Properties());
        all.put("TreeMap", new TreeMap<>());
        return all.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Patch.on(each.getValue()).method("size", self -> 42);
                    assertEquals(42, ((Map<?, ?>) cloneOf(each.getValue())).size());
                }))
                .toList();
    }

    private static Object cloneOf(Object object) throws ReflectiveOperationException {
        return object.getClass().getMethod("clone").invoke(object);
    }

    @Test
    void a_Date_a_Calendar_and_a_BitSet_pass_their_patches_on() {
        Date date = new Date(5);
        Calendar calendar = Calendar.getInstance();
        BitSet bits = new BitSet();
        Patch.on(date).method("getTime", self -> 99L);
        Patch.on(calendar).method("getTimeInMillis", self -> 99L);
        Patch.on(bits).method("cardinality", self -> 99);
        assertEquals(99L, ((Date) date.clone()).getTime());
        assertEquals(99L, ((Calendar) calendar.clone()).getTimeInMillis());
        assertEquals(99, ((BitSet) bits.clone()).cardinality());
    }

    static class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        String hi() {
            return "hello";
        }
    }

    @Test
    void a_clone_of_an_application_s_subclass_carries_the_patches_of_both_classes() {
        Names names = new Names();
        Patch.on(names).method("size", self -> 42).method("hi", self -> "patched");
        Names clone = (Names) names.clone();
        assertEquals(42, clone.size());
        assertEquals("patched", clone.hi());
        Patch.on(names).restoreAll();
        assertEquals(42, clone.size());
        assertEquals("patched", clone.hi());
        assertEquals(0, names.size());
        Patch.on(clone).restore("size");
        assertEquals(0, clone.size());
        assertEquals("patched", clone.hi());
    }

    interface Polite {
        default String thanks() {
            return "thank you";
        }
    }

    static class Sheep implements Polite, Cloneable {
        String hi() {
            return "baa";
        }

        @Override
        public Sheep clone() {
            try {
                return (Sheep) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }

        Sheep copy() throws CloneNotSupportedException {
            return (Sheep) super.clone();
        }
    }

    static class Lamb extends Sheep {
        @Override
        public Lamb clone() {
            return (Lamb) super.clone();
        }
    }

    @Test
    void a_clone_carries_the_patch_of_a_default_method() {
        Sheep sheep = new Sheep();
        Patch.on(sheep).method("thanks", self -> "patched");
        assertEquals("patched", sheep.clone().thanks());
        Patch.on(sheep).restoreAll();
        assertEquals("thank you", sheep.clone().thanks());
    }

    @Test
    void a_clone_made_through_two_levels_of_clone_is_patched() {
        Lamb lamb = new Lamb();
        Patch.on(lamb).method("thanks", self -> "patched").method("hi", self -> "patched");
        assertEquals("patched", lamb.clone().thanks());
        assertEquals("patched", lamb.clone().hi());
    }

    @Test
    void a_clone_made_by_a_method_of_another_name_is_patched() throws Exception {
        Sheep sheep = new Sheep();
        Patch.on(sheep).method("thanks", self -> "patched").method("hi", self -> "patched");
        assertEquals("patched", sheep.copy().hi());
        assertEquals("patched", sheep.copy().thanks());
    }

    @Test
    void a_clone_made_before_the_patch_is_left_alone() {
        ArrayList<String> list = new ArrayList<>();
        Object clone = list.clone();
        Patch.on(list).method("size", self -> 42);
        assertEquals(0, ((ArrayList<?>) clone).size());
        assertTrue(Patch.isPatched(list));
        assertFalse(Patch.isPatched(clone));
    }

    static class Strange extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        @Override
        public Object clone() {
            return this;
        }
    }

    @Test
    void a_clone_method_that_returns_the_object_itself_leaves_it_patched() {
        Strange strange = new Strange();
        Patch.on(strange).method("size", self -> 42);
        assertEquals(42, ((Strange) strange.clone()).size());
        Patch.on(strange).restoreAll();
        assertEquals(0, strange.size());
    }
}
