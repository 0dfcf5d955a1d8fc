package dev.instancepatch.benchmarks.calls.copied;

import dev.instancepatch.benchmarks.calls.JdkCalls;
import dev.instancepatch.benchmarks.calls.JdkObject;
import dev.instancepatch.benchmarks.harness.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;

/** Calls one object of the JDK in a loop; it stands in a volatile field, as in {@link Loops}. */
public final class JdkLoops implements JdkCalls {
    private volatile StringBuilder builder = new StringBuilder();
    private volatile ArrayList<?> list = new ArrayList<>();
    private volatile PriorityQueue<?> queue = new PriorityQueue<>();
    private volatile HashSet<?> set = new HashSet<>();
    private volatile List<?> array = Arrays.asList();

    @Override
    public Work calling(JdkObject object) {
        return switch (object) {
            case UNTOUCHED -> {
                builder = (StringBuilder) object.object();
                yield this::length;
            }
            case PATCHED, UNPATCHED -> {
                list = (ArrayList<?>) object.object();
                yield this::size;
            }
            case SHORT_INHERITED -> {
                queue = (PriorityQueue<?>) object.object();
                yield this::isEmpty;
            }
            case INHERITED -> {
                set = (HashSet<?>) object.object();
                yield this::asString;
            }
            case LONG_INHERITED -> {
                array = (List<?>) object.object();
                yield this::hash;
            }
        };
    }

    private Object length(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += builder.length();
        }
        return sum;
    }

    private Object size(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += list.size();
        }
        return sum;
    }

    private Object isEmpty(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += queue.isEmpty() ? 1 : 0;
        }
        return sum;
    }

    private Object asString(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += set.toString().length();
        }
        return sum;
    }

    private Object hash(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += array.hashCode();
        }
        return sum;
    }
}
