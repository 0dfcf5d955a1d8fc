"""A whole program: reads one bird from a file, calls it, prints what it says."""

import pickle
import sys

with open(sys.argv[1], "rb") as file:
    print(pickle.load(file).hi())
