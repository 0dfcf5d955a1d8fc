"""Birds through cloudpickle, by value: the functions are written in __main__, which no receiver has."""

import sys
import time
import types

try:
    import cloudpickle
except ImportError:
    sys.exit("cloudpickle is not installed")

from farm import Turkey

BLOCK_SECONDS = 0.005
MANY = 1000


def squawk(self):
    return "SQUAWK"


def squawking(number):
    said = f"SQUAWK {number}"
    return lambda self: said


def patched(function):
    bird = Turkey()
    bird.hi = types.MethodType(function, bird)
    return bird


def read_and_call(data):
    birds = cloudpickle.loads(data)
    for bird in birds if isinstance(birds, list) else [birds]:
        bird.hi()


def measure(group, name, work, rounds):
    work()
    begin = time.perf_counter()
    work()
    times = max(1, int(BLOCK_SECONDS / (time.perf_counter() - begin)))
    nanos = []
    for _ in range(rounds):
        begin = time.perf_counter_ns()
        for _ in range(times):
            work()
        nanos.append((time.perf_counter_ns() - begin) / times)
    print("measured", group, name, " ".join(f"{n:.3f}" for n in nanos), sep="\t")


def main(rounds):
    roots = {
        "1 object, unpatched": Turkey(),
        "1 object, by value": patched(squawk),
        "1,000 objects, unpatched": [Turkey() for _ in range(MANY)],
        "1,000 objects, by value": [patched(squawk) for _ in range(MANY)],
        "1,000 objects, by value, one captured value each": [patched(squawking(i)) for i in range(MANY)],
    }
    for name, root in roots.items():
        data = cloudpickle.dumps(root)
        measure("dumps", name, lambda: cloudpickle.dumps(root), rounds)
        measure("loads", name, lambda: cloudpickle.loads(data), rounds)
        measure("loads, then call each", name, lambda: read_and_call(data), rounds)


if __name__ == "__main__":
    main(int(sys.argv[1]))
