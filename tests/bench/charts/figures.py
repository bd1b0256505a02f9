"""The six figures of the note by matplotlib: figures.py DATA OUT, as SVG and PDF."""
# SPDX-License-Identifier: MIT
import csv
import sys

import matplotlib

matplotlib.use("agg")
matplotlib.rcParams.update({
    "font.family": "Liberation Sans", "font.size": 8, "svg.fonttype": "none",
    "axes.spines.top": False, "axes.spines.right": False, "hatch.linewidth": 0.8})
import matplotlib.pyplot as plt  # noqa: E402

data, out = sys.argv[1:3]
inks = ["#12294a", "#b3541e", "#1f6f6b"]


def read(name):
    with open(f"{data}/{name}.en.csv", encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def save(figure, name):
    for ending in "svg", "pdf":
        figure.savefig(f"{out}/{name}.{ending}")
    plt.close(figure)


def bars(axes, rows, column, ink):
    drawn = axes.barh([row[1] for row in rows[1:]],
                      [int(row[column]) for row in rows[1:]], color=ink)
    axes.bar_label(drawn, padding=3)
    axes.invert_yaxis()
    axes.grid(axis="x", linewidth=0.5)
    axes.set_axisbelow(True)


for name in "categories1", "categories2":
    figure, axes = plt.subplots(figsize=(5.3, 3.1), layout="constrained")
    bars(axes, read(name), 2, inks[0])
    save(figure, name)

rows = read("chapters2")
figure, axes = plt.subplots(figsize=(5.3, 3.1), layout="constrained")
for i in 0, 1:
    drawn = axes.bar([k + (i - 0.5) * 0.3 for k in range(len(rows) - 1)],
                     [int(row[2 + i]) for row in rows[1:]], 0.28,
                     color=inks[i] if i == 0 else "white", edgecolor=inks[i],
                     hatch=None if i == 0 else "////", label=rows[0][2 + i])
    axes.bar_label(drawn)
axes.set_xticks(range(len(rows) - 1), [row[1] for row in rows[1:]])
axes.legend(frameon=False)
save(figure, "chapters2")

rows = read("regions2")
figure, axes = plt.subplots(figsize=(5.3, 3.1), layout="constrained")
for i in range(3):
    drawn = axes.barh([k + (i - 1) * 0.27 for k in range(len(rows) - 1)],
                      [int(row[2 + i]) for row in rows[1:]], 0.25,
                      color=inks[i], label=rows[0][2 + i])
    axes.bar_label(drawn, padding=3)
axes.set_yticks(range(len(rows) - 1), [row[1] for row in rows[1:]])
axes.invert_yaxis()
axes.legend(frameon=False)
save(figure, "regions2")

for name in "chapter2", "chapter5":
    rows = read(name)
    figure, pair = plt.subplots(1, 2, figsize=(5.3, 3.6), sharey=True,
                                layout="constrained")
    for i in 0, 1:
        bars(pair[i], rows, 2 + i, inks[i])
        pair[i].set_title(rows[0][2 + i])
    pair[0].invert_yaxis()
    save(figure, name)
