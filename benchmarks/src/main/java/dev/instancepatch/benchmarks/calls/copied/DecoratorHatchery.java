package dev.instancepatch.benchmarks.calls.copied;

import dev.instancepatch.benchmarks.calls.Called;

/** Birds in a decorator each: a subclass that passes all calls on but the one that is called. */
public final class DecoratorHatchery extends PlainHatchery {
    @Override
    public Subject hatch(Called called) {
        return switch (called) {
            case GETTER ->
                new Decorator() {
                    @Override
                    public int weight() {
                        return Called.REPLACED;
                    }
                };
            case TWO_ARGUMENTS ->
                new Decorator() {
                    @Override
                    public long add(int a, long b) {
                        return a + b;
                    }
                };
            case HALF_NANOSECOND ->
                new Decorator() {
                    @Override
                    public int mix(int number) {
                        return number + Called.REPLACED;
                    }
                };
            case COLD ->
                new Decorator() {
                    @Override
                    public int body(int number) {
                        return number + Called.REPLACED;
                    }
                };
            case INTERFACE ->
                new Decorator() {
                    @Override
                    public int weigh() {
                        return Called.REPLACED;
                    }
                };
        };
    }

    private static class Decorator extends Bird {
        private final Bird decorated = new Bird();

        @Override
        public int weight() {
            return decorated.weight();
        }

        @Override
        public long add(int a, long b) {
            return decorated.add(a, b);
        }

        @Override
        public int mix(int number) {
            return decorated.mix(number);
        }

        @Override
        public int body(int number) {
            return decorated.body(number);
        }

        @Override
        public int weigh() {
            return decorated.weigh();
        }

        @Override
        public void other() {
            decorated.other();
        }
    }
}
