package dev.instancepatch.benchmarks.weaving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The template of classes to be woven: fields and methods as classes have them. */
public class Bird0000 implements Bird {
    private final List<String> log = new ArrayList<>();
    private String name = "bird";
    private int age = 3;

    @Override
    public String hi() {
        return "hello";
    }

    @Override
    public int age() {
        return age;
    }

    String greet(String who) {
        return "hello " + who + ", I am " + name;
    }

    void rename(String newName) {
        name = newName;
        log.add(newName);
    }

    boolean isOlderThan(Bird0000 other) {
        return other.age < age;
    }

    long ages(int years) {
        long sum = 0;
        for (int i = 0; i < years; i++) {
            sum += age + i;
        }
        return sum;
    }

    List<String> names() {
        List<String> names = new ArrayList<>(log);
        names.sort(Comparator.naturalOrder());
        return names;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bird0000 bird && bird.age == age && bird.name.equals(name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, age);
    }

    @Override
    public String toString() {
        return name + ", " + age;
    }
}
