"""The draws of `saldo risk` as somebody at home in numpy would write them, for bench/risk to compare with.

Reads the posts from PLAN.json, draws them, follows them to the balances and prints the same figures. The time is
counted from the first draw to the last figure, without starting Python or loading numpy.
"""

import json
import sys
import time

import numpy as np


def main():
    plan = json.load(open(sys.argv[1], encoding="utf-8"))
    runs, seed = int(sys.argv[2]), int(sys.argv[3])
    start, start_cpu = time.perf_counter(), time.process_time()
    rng = np.random.default_rng(seed)
    years, lines = plan["years"], plan["lines"]
    projects = {p["nr"]: p for p in plan["projects"]}
    result = {nr: [p["sure"][y] for y in range(years)] for nr, p in projects.items()}  # euros per year
    effects = []
    for post in plan["posts"]:
        comes = rng.random(runs) < post["kans"] if "kans" in post else None
        if "min" in post:
            amount = np.rint(rng.triangular(post["min"], post["mode"], post["max"], runs) * 100) / 100
        else:
            amount = np.full(runs, float(post["mode"]))
        if comes is not None:
            amount = np.where(comes, amount, 0.0)
        effects.append(post["sign"] * amount)
        einde = projects[post["project"]]["einde"]
        for year in range(years if einde is None else einde + 1):
            if year > 0:
                amount = np.floor(amount * plan["growth"] / 100 + 0.5) * 100
            result[post["project"]][year] = result[post["project"]][year] + post["sign"] * amount

    balance = {}
    sent = [0.0] * years  # to the investeringsbudget
    for nr, project in projects.items():
        if nr == plan["rib"]:
            continue
        standing, balance[nr] = project["budget"], []
        for year in range(years):
            standing = standing + result[nr][year]
            if project["einde"] == year:
                sent[year] = sent[year] + standing
                standing = 0.0
            balance[nr].append(standing)
    standing, balance[plan["rib"]] = projects[plan["rib"]]["budget"], []
    for year in range(years):
        standing = standing + result[plan["rib"]][year] + sent[year]
        balance[plan["rib"]].append(standing)

    figures = []
    for line in range(lines):
        for year in range(years):
            figures.append(sum(balance[nr][year] for nr, p in projects.items() if p["line"] == line))
    for year in range(years):
        figures.append(sum(figures[line * years + year] for line in range(lines)))
    figures += balance[plan["rib"]]
    figures.append(np.minimum.reduce(balance[plan["rib"]]))
    spreads = []
    for figure in figures:
        quantiles = np.percentile(figure, [5, 10, 25, 50, 75, 90, 95], method="inverted_cdf")
        spreads.append([float(np.mean(figure)), float(np.mean(figure < plan["floor"])), *map(float, quantiles)])
    shares = []
    for target in (figures[(lines + 1) * years - 1], balance[plan["rib"]][-1]):
        squares = np.array([np.corrcoef(effect, target)[0, 1] ** 2 for effect in effects])
        shares.append(list(map(float, squares / squares.sum())))
    total = figures[(lines + 1) * years - 1]
    histogram = np.histogram(total, bins=20)[0]
    taken = {"seconds": time.perf_counter() - start, "cpu": time.process_time() - start_cpu}
    json.dump({**taken, "spreads": spreads, "shares": shares, "bars": len(histogram)}, sys.stdout)


main()
