"""python3 -m unittest"""

import unittest

from svodka_plugin import Document
from MODULE import analyze


class Test(unittest.TestCase):
    def found(self, text):
        return [text[finding["start"]:finding["end"]] for finding in analyze(Document("a", text))]

    def test_what_is_found(self):
        self.assertEqual(self.found("🔴 An aid convoy came."), ["aid convoy"])
        self.assertEqual(self.found("Гуманитарный конвой вошёл в город."), ["Гуманитарный конвой"])

    def test_what_is_not(self):
        self.assertEqual(self.found("The band aided the singer."), [])


if __name__ == "__main__":
    unittest.main()
