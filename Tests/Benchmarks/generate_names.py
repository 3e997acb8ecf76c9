#!/usr/bin/env python3
"""generate_names.py COUNT > results.jsonl

Writes COUNT distinct names of people as `svodka analyze --format jsonl` writes entities, 50 to a row, for `svodka resolve`:
surnames built from stems and endings, of which a few are borne by many and most by few; a third in Russian letters, a tenth
with an initial, a twentieth as surnames alone, some in a second spelling. The same rows for the same COUNT.
"""
import json
import random
import sys

EN_GIVEN = """Sergei Anna Ivan Maria Dmitry Olga Pavel Elena Nikolai Natalia Mikhail Irina Viktor Andrei Yuri Oleg John Mary David Sarah
James Peter Paul Thomas George Robert Ahmed Mohammed Ali Hassan Fatima Karim Omar Yusuf Mehmet Emine Fatih Wei Ming Jun Hiroshi Min-ho Rahul
Priya Carlos Jose Luis Pedro Ana Giulia Marco Hans Karl Anke Pierre Jean Marie Lars Bjorn Temur Aibek Nursultan Zhanna Tigran Ashot Nino Giorgi
Chidi Ngozi Kwame Amina Tesfaye Abebe Juma Zuri Levan Darko Milena Zoran Istvan Laszlo Radu Ioana""".split()
RU_GIVEN = """Сергей Анна Иван Мария Дмитрий Ольга Павел Елена Николай Наталья Михаил Ирина Виктор Андрей Юрий Олег Джон Мэри Давид Сара
Джеймс Пётр Пол Томас Джордж Роберт Ахмед Мухаммед Али Хасан Фатима Карим Омар Юсуф Мехмет Эмине Фатих Вэй Мин Цзюнь Хироси Минхо Рахул
Прия Карлос Хосе Луис Педро Ана Джулия Марко Ханс Карл Анке Пьер Жан Мари Ларс Бьёрн Темур Айбек Нурсултан Жанна Тигран Ашот Нино Георгий
Чиди Нгози Кваме Амина Тесфайе Абебе Джума Зури Леван Дарко Милена Зоран Иштван Ласло Раду Иоана""".split()
ONSETS = [("b", "б"), ("v", "в"), ("g", "г"), ("d", "д"), ("zh", "ж"), ("z", "з"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("p", "п"),
          ("r", "р"), ("s", "с"), ("t", "т"), ("f", "ф"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("", ""), ("tr", "тр"), ("gr", "гр")]
VOWELS = [("a", "а"), ("o", "о"), ("i", "и"), ("u", "у"), ("e", "е")]
CODAS = [("", ""), ("", ""), ("n", "н"), ("r", "р"), ("l", "л"), ("s", "с"), ("k", "к"), ("m", "м")]
ENDINGS = [("ov", "ов"), ("in", "ин"), ("enko", "енко"), ("sky", "ский"), ("shvili", "швили"), ("yan", "ян"), ("son", "сон"), ("er", "ер"),
           ("i", "и"), ("oglu", "оглу"), ("ez", "ес"), ("", ""), ("ev", "ев"), ("uk", "ук"), ("man", "ман")]
VARIANTS = [("kh", "h"), ("zh", "j"), ("ts", "tz"), ("sky", "ski"), ("ev", "eff"), ("u", "ou"), ("i", "ee"), ("y", "i")]


def surname(number):
    rng = random.Random(number)
    parts = []
    for _ in range(rng.choice([1, 2, 2, 2])):
        parts += [rng.choice(ONSETS), rng.choice(VOWELS), rng.choice(CODAS)]
    parts.append(rng.choice(ENDINGS))
    return "".join(p[0] for p in parts).capitalize(), "".join(p[1] for p in parts).capitalize()


def main():
    count = int(sys.argv[1])
    rng = random.Random(count)
    surnames = [surname(n) for n in range(max(1000, count // 3))]
    seen, row, rows = set(), [], 0
    while len(seen) < count:
        # Rank by a power law: the commonest surname has some thousandths of all.
        latin, cyrillic = surnames[int(len(surnames) * rng.random() ** 2)]
        given = rng.randrange(len(EN_GIVEN))
        isRussian = rng.random() < 0.34
        if not isRussian and rng.random() < 0.2:
            a, b = rng.choice(VARIANTS)
            latin = latin.replace(a, b)
        family, first = (cyrillic, RU_GIVEN[given]) if isRussian else (latin, EN_GIVEN[given])
        kind = rng.random()
        name = family if kind < 0.05 else f"{first[0]}. {family}" if kind < 0.15 else f"{first} {family}"
        if kind > 0.9 and not isRussian:
            name = f"{first} {rng.choice(EN_GIVEN)} {family}"
        if name in seen:
            continue
        seen.add(name)
        row.append({"id": f"n{len(seen):07d}", "name": name, "type": "PER", "ambiguous_with": []})
        if len(row) == 50 or len(seen) == count:
            print(json.dumps({"id": f"d{rows:06d}", "findings": {"entity-counts": row}}, ensure_ascii=False))
            row, rows = [], rows + 1


if __name__ == "__main__":
    main()
