# Needs by article with lxml: count.py FILE
import sys
from collections import Counter

from lxml import etree

NEED = "{urn:rapporteur:1}need"
counts = Counter()
for _, element in etree.iterparse(sys.argv[1], tag=NEED):
    counts[element.get("article")] += 1
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
print(sum(counts.values()))
