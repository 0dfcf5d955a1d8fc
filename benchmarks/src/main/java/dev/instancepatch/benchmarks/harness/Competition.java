package dev.instancepatch.benchmarks.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Competitors that take turns in short blocks within one JVM, in another order each round. Whatever drifts (the clock rate, other
 * processes, the heap) meets them all; a round's ratio of two of them is free of it.
 */
public final class Competition {
    private final Budget budget;
    private final List<Turns> competitors = new ArrayList<>();

    /** Makes a competition. */
    public Competition(Budget budget, List<Competitor> competitors) {
        this.budget = budget;
        competitors.forEach(
                c -> this.competitors.add(new Turns(c, budget.block().toNanos())));
    }

    /** Runs it; returns what each competitor took, in the order they were given. */
    public List<Measured> run(String group) throws Exception {
        warmUp();
        double[][] nanos = new double[competitors.size()][budget.rounds()];
        for (int round = 0; round < budget.rounds(); round++) {
            for (int i : order(round)) {
                nanos[i][round] = competitors.get(i).take();
            }
        }
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < nanos.length; i++) {
            measured.add(new Measured(group, competitors.get(i).name(), nanos[i]));
        }
        return measured;
    }

    private void warmUp() throws Exception {
        long end = System.nanoTime() + budget.warmUp().toNanos() * competitors.size();
        for (int round = 0; System.nanoTime() < end; round++) {
            for (int i : order(round)) {
                competitors.get(i).takeAndAdapt();
            }
        }
    }

    /** The same in every JVM, and everybody is everybody's neighbour some time. */
    private List<Integer> order(int round) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < competitors.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(round));
        return order;
    }
}
