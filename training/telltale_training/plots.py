"""Draws the charts of `evaluation/results.json`.

    python -m telltale_training.plots [--results FILE] [--out FOLDER]

Same results, same bytes. Text stays text, so that a chart can be searched and read aloud.
"""

import argparse
import json
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt

REPOSITORY = Path(__file__).parent.parent.parent
CHANNELS = {
    "telltale": ("Telltale", "#0b6e4f"),
    "evidence": ("evidence head alone", "#5fad8b"),
    "lexical": ("lexical model alone", "#d08c1d"),
    "meanLogProb": ("mean log p", "#4c6a92"),
    "curvature": ("curvature", "#8a5a83"),
    "ratio": ("RATIO", "#999999"),
}
HUMAN, MACHINE = "#4c6a92", "#b5482f"
PROMISED = 0.005
"""Share of human passages that may be marked at normal sensitivity."""
FEWEST = 30
"""A genre with fewer texts has no share worth drawing."""


def save(figure: plt.Figure, out: Path, name: str) -> None:
    figure.tight_layout()
    figure.savefig(out / f"{name}.svg", metadata={"Date": None})
    plt.close(figure)


def roc(results: dict, out: Path) -> None:
    names = list(dict.fromkeys(curve["name"] for curve in results["curves"]))
    if not names:
        return
    figure, axes = plt.subplots(1, len(names), figsize=(4.6 * len(names), 4.4), squeeze=False)
    for axis, name in zip(axes[0], names, strict=True):
        for curve in (c for c in results["curves"] if c["name"] == name):
            label, colour = CHANNELS[curve["channel"]]
            false, true = zip(*curve["points"], strict=True)
            axis.step(false, true, where="post", label=label, color=colour, linewidth=2.2 if curve["channel"] == "telltale" else 1.1)
        axis.set_xscale("log")
        axis.set_xlim(1e-3, 1)
        axis.set_ylim(0, 1.01)
        axis.axvline(0.01, color="#cccccc", linewidth=0.8, zorder=0)
        axis.set_xlabel("human texts called machine-written")
        axis.set_title(name, fontsize=10)
    axes[0][0].set_ylabel("machine texts found")
    axes[0][0].legend(fontsize=8, loc="upper left")
    save(figure, out, "roc")


def reliability(results: dict, out: Path) -> None:
    bins = [b for b in results["calibration"]["bins"] if b["count"] > 0]
    figure, axis = plt.subplots(figsize=(4.6, 4.4))
    axis.plot([0, 1], [0, 1], color="#bbbbbb", linewidth=1)
    axis.plot([b["probability"] for b in bins], [b["machine"] for b in bins], "o-", color=CHANNELS["telltale"][1])
    for b in bins:
        axis.annotate(str(b["count"]), (b["probability"], b["machine"]), textcoords="offset points", xytext=(5, -10), fontsize=7)
    axis.set_xlabel("probability given")
    axis.set_ylabel("share written by a machine")
    axis.set_title(f"Reliability, both sides weighing the same (ECE {results['calibration']['all']['error'] or 0:.3f})", fontsize=10)
    save(figure, out, "reliability")


def marked(results: dict, out: Path) -> None:
    groups = (("byGenre", FEWEST, "genre"), ("byLength", 1, "words"))
    figure, axes = plt.subplots(1, 2, figsize=(11, 7.5), gridspec_kw={"width_ratios": [3, 2]})
    for axis, (key, fewest, name) in zip(axes, groups, strict=True):
        rows = [r for r in results["humans"][key] if r["marked"]["total"] >= fewest]
        if key == "byGenre":
            rows = sorted(rows, key=lambda r: r["marked"]["count"] / r["marked"]["total"])
        for place, row in enumerate(rows):
            share = row["marked"]["count"] / row["marked"]["total"]
            low, high = row["marked"]["low"], row["marked"]["high"]
            axis.plot([100 * low, 100 * high], [place, place], color=HUMAN, linewidth=1.2)
            axis.plot(100 * share, place, "o", color=HUMAN, markersize=4)
        axis.set_yticks(range(len(rows)), [f"{r['name']} ({r['marked']['total']})" for r in rows], fontsize=8)
        axis.axvline(100 * PROMISED, color=MACHINE, linewidth=0.8, linestyle="--")
        axis.set_xlim(left=0)
        axis.set_xlabel("human texts marked, per cent, with 95 % interval")
        axis.set_title(f"By {name}", fontsize=10)
    save(figure, out, "false-positives")


def by_length(results: dict, out: Path) -> None:
    rows = results["lengths"]
    figure, axis = plt.subplots(figsize=(6, 4))
    places = range(len(rows))
    for key, values in (("telltale", [r["telltale"]["t1"] for r in rows]), ("meanLogProb", [r["meanLogProb"]["t1"] for r in rows])):
        label, colour = CHANNELS[key]
        axis.plot(places, values, "o-", color=colour, label=f"{label}, found at 1 %")
    marks = [r["markedMachines"]["count"] / max(1, r["markedMachines"]["total"]) for r in rows]
    axis.plot(places, marks, "s--", color=MACHINE, label="marked at normal sensitivity")
    axis.set_xticks(places, [f"{r['bin']}\n{r['humans']} / {r['machines']}" for r in rows], fontsize=8)
    axis.set_ylim(0, 1.01)
    axis.set_xlabel("words; number of human / machine texts")
    axis.set_ylabel("machine texts found")
    axis.legend(fontsize=8)
    save(figure, out, "length")


def histograms(results: dict, out: Path) -> None:
    colours = {"human": HUMAN, "ai": MACHINE, "ai-edited": "#d08c1d"}
    names = {"human": "human", "ai": "machine", "ai-edited": "human, edited by a machine"}
    figure, axis = plt.subplots(figsize=(6, 4))
    for row in results["histograms"]:
        total = max(1, sum(row["counts"]))
        edges = [i / len(row["counts"]) for i in range(len(row["counts"]) + 1)]
        axis.stairs([c / total for c in row["counts"]], edges, label=f"{names[row['name']]} ({total})", color=colours[row["name"]], linewidth=1.6)
    axis.set_xlabel("probability given")
    axis.set_ylabel("share of texts")
    axis.legend(fontsize=8)
    save(figure, out, "probabilities")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--results", type=Path, default=REPOSITORY / "evaluation" / "results.json")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "evaluation" / "plots")
    arguments = parser.parse_args()
    results = json.loads(arguments.results.read_text(encoding="utf-8"))
    arguments.out.mkdir(parents=True, exist_ok=True)
    plt.rcParams.update({"svg.hashsalt": "telltale", "svg.fonttype": "none", "axes.spines.top": False, "axes.spines.right": False})
    for draw in (roc, reliability, marked, by_length, histograms):
        draw(results, arguments.out)


if __name__ == "__main__":
    main()
