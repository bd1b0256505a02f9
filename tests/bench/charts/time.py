"""Run commands in turn and compare their times: time.py RUNS NAME COMMAND ...

Wall-clock and processor time of each, as minimum, median and maximum of the
runs, and the medians' ratios to the first. A command is a line for sh."""
# SPDX-License-Identifier: MIT
import os
import statistics
import subprocess
import sys
import time

runs, rest = int(sys.argv[1]), sys.argv[2:]
rows = list(zip(rest[::2], rest[1::2]))
walls = {name: [] for name, _ in rows}
works = {name: [] for name, _ in rows}

# One run that does not count fills the caches of files and fonts.
for turn in range(runs + 1):
    for name, command in rows:
        begin = time.perf_counter()
        child = subprocess.Popen(["sh", "-c", "exec " + command])
        _, status, usage = os.wait4(child.pid, 0)
        end = time.perf_counter()
        if status != 0:
            sys.exit(f"{name}: status {status}")
        if turn > 0:
            walls[name].append((end - begin) * 1000)
            works[name].append((usage.ru_utime + usage.ru_stime) * 1000)

print(f"{runs} runs in turn; milliseconds: minimum median maximum; ratio of "
      f"the medians to {rows[0][0]}")
for title, times in ("wall clock", walls), ("processor", works):
    print(title)
    first = statistics.median(times[rows[0][0]])
    for name, _ in rows:
        middle = statistics.median(times[name])
        print(f"  {name:<46}{min(times[name]):9.1f}{middle:9.1f}"
              f"{max(times[name]):9.1f}{middle / first:9.2f}")
