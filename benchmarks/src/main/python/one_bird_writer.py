"""Writes what one_bird.py reads: a bird that is patched, by value, or not."""

import sys
import types

try:
    import cloudpickle
except ImportError:
    sys.exit("cloudpickle is not installed")

from farm import Turkey


def squawk(self):
    return "SQUAWK"


bird = Turkey()
if sys.argv[2] == "patched":
    bird.hi = types.MethodType(squawk, bird)
with open(sys.argv[1], "wb") as file:
    cloudpickle.dump(bird, file)
