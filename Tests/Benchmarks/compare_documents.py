"""Writes generated news rows as JSON Lines: python3 compare_documents.py NUMBER > rows.jsonl

Six outlets in two languages over a year. Names, places and figures are drawn at random, with a fixed seed; every twentieth
text is another outlet's with a few words changed.
"""
import datetime, json, random, sys

random.seed(12)
PEOPLE = {
    "en": ["Samir Haddad", "Nadia Qabbani", "Walid Shammas", "Marta Lindqvist", "Karim Osman", "John Kerry", "Sergei Lavrov"],
    "ru": ["Самир Хаддад", "Надия Каббани", "Валид Шаммас", "Марта Линдквист", "Карим Осман", "Джон Керри", "Сергей Лавров"],
}
SURNAMES = ["Adler", "Bakri", "Conde", "Dahl", "Ekwueme", "Farouk", "Greco", "Hamdan", "Ito", "Jansen", "Kaya", "Lund"]
PLACES = {"en": ["Nairobi", "Aleppo", "Kabul", "Mosul", "Sanaa"], "ru": ["Найроби", "Алеппо", "Кабуле", "Мосуле", "Сане"]}
BODIES = {"en": ["the Red Cross", "the health ministry", "the United Nations"], "ru": ["Красный Крест", "Министерство здравоохранения", "ООН"]}
SENTENCES = {
    "en": [
        "At least {n} people were killed in {place} on {day}, {body} said.",
        "{body} put the number of wounded in {place} at {m}.",
        "{person} said the delegation would attend the peace talks in Geneva.",
        "{person} refused to take part in the peace talks until prisoners are released.",
        "{person} met {other} in {place} to discuss water, roads and the harvest.",
        "Residents of {place} spoke of shelling that went on through the night and of shops that stayed closed.",
        "{other} told reporters that nothing had been decided and that the committee would meet again next week.",
    ],
    "ru": [
        "Не менее {n} человек погибли в {place}, сообщил {body}.",
        "По данным {body}, ранены {m} человек.",
        "{person} заявил, что делегация примет участие в мирных переговорах в Женеве.",
        "{person} отказался участвовать в мирных переговорах, пока не освободят пленных.",
        "{person} обсудил с главой района воду, дороги и урожай.",
        "Жители рассказали об обстреле, который продолжался всю ночь, и о закрытых магазинах.",
        "{person} сказал журналистам, что ничего не решено и комиссия соберётся снова на следующей неделе.",
    ],
}
OUTLETS = [("Herald", "en"), ("Observer", "en"), ("Wire", "en"), ("Курьер", "ru"), ("Вестник", "ru"), ("Лента дня", "ru")]


def text(language):
    lines = []
    for _ in range(random.randint(6, 12)):
        lines.append(random.choice(SENTENCES[language]).format(
            n=random.randint(2, 90), m=random.randint(5, 300), place=random.choice(PLACES[language]),
            body=random.choice(BODIES[language]), person=random.choice(PEOPLE[language]), day="Monday",
            other=random.choice(PEOPLE["en"]) if random.random() < 0.7 else "Omar " + random.choice(SURNAMES)))
    return " ".join(line[0].upper() + line[1:] for line in lines)


last = {}
for number in range(int(sys.argv[1])):
    source, language = random.choice(OUTLETS)
    day = datetime.date(2020, 1, 1) + datetime.timedelta(days=random.randrange(366))
    body = text(language)
    if number % 20 == 19 and language in last:
        body = last[language] + (" The story was updated." if language == "en" else " Текст обновлён.")
    last[language] = body
    print(json.dumps({"id": f"d{number:06}", "text": body, "source": source, "date": day.isoformat()}, ensure_ascii=False))
