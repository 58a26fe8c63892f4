"""The yardstick: the same instance solved by OR-tools' min-cost flow (pip install ortools numpy).

usage: yardstick.py DIRECTORY
Prints one line of JSON: objective, seconds of the solver alone, peak memory in MB.
"""
import json
import resource
import sys
import time

import numpy as np
from ortools.graph.python import min_cost_flow


def read(directory, name, columns):
    return np.loadtxt(f"{directory}/{name}", delimiter=",", skiprows=1, usecols=range(columns), dtype=np.int64, ndmin=2)


def main():
    directory = sys.argv[1]
    need = read(directory, "entries.csv", 2)[:, 1]
    least, most = read(directory, "jurors.csv", 3)[:, 1:].T
    entry, juror, affinity = read(directory, "affinity.csv", 3).T
    conflicts, locked = read(directory, "conflicts.csv", 2), read(directory, "locked.csv", 2)
    entries, jurors = len(need), len(least)
    key = entry * jurors + juror
    is_locked = np.isin(key, locked[:, 0] * jurors + locked[:, 1])
    fixed = affinity[is_locked].sum()
    free = ~is_locked & ~np.isin(key, conflicts[:, 0] * jurors + conflicts[:, 1])
    entry, juror, affinity = entry[free], juror[free], affinity[free]
    load = np.bincount(locked[:, 1], minlength=jurors)
    need = need - np.bincount(locked[:, 0], minlength=entries)
    least, most = np.maximum(least - load, 0), most - load

    # Entries send what they need; a juror keeps the least and passes the rest on to a pool.
    flow, pool = min_cost_flow.SimpleMinCostFlow(), entries + jurors
    as_node = lambda nodes: np.asarray(nodes, dtype=np.int32)
    flow.add_arcs_with_capacity_and_unit_cost(
        as_node(entry), as_node(entries + juror), np.ones(len(entry), np.int64), -affinity)
    flow.add_arcs_with_capacity_and_unit_cost(
        as_node(np.arange(entries, pool)), as_node(np.full(jurors, pool)), most - least, np.zeros(jurors, np.int64))
    flow.set_nodes_supplies(as_node(np.arange(pool + 1)), np.concatenate([need, -least, [least.sum() - need.sum()]]))
    start = time.perf_counter()
    status = flow.solve()
    seconds = time.perf_counter() - start
    if status != flow.OPTIMAL:
        sys.exit("no optimum")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"objective": int(fixed - flow.optimal_cost()), "solve": seconds, "memory": memory}))


main()
