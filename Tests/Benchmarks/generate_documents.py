#!/usr/bin/env python3
"""generate_documents.py COUNT [BYTES] > documents.jsonl

Writes COUNT documents of about BYTES bytes each (2000 by default) as JSON Lines, Russian and English in turn: invented news
built from templates, the same documents for the same numbers.
"""
import json
import random
import sys

PEOPLE = [("Sergei Orlov", "Сергей Орлов"), ("Anna Belova", "Анна Белова"), ("Karim Nasser", "Карим Насер"), ("John Hale", "Джон Хейл"),
          ("Mehmet Aydin", "Мехмет Айдын"), ("Olena Kovalenko", "Елена Коваленко"), ("David Stern", "Давид Штерн"), ("Li Wen", "Ли Вэнь")]
PLACES = [("Geneva", "Женеве"), ("Moscow", "Москве"), ("Aleppo", "Алеппо"), ("Khartoum", "Хартуме"), ("Tripoli", "Триполи"),
          ("Kabul", "Кабуле"), ("Sana'a", "Сане"), ("Donetsk", "Донецке")]
EN = ["{p} said on {d} that at least {n} people were killed and {m} wounded in shelling near {l}.",
      "The Foreign Ministry confirmed that its delegation would attend the peace talks in {l}.",
      "According to {p}, more than {m} families have fled the district since the fighting began.",
      "{p} refused to return to the negotiating table until the blockade of {l} is lifted.",
      "Shops were open in {l} on {d}, and the price of bread had risen by {n} per cent.",
      "The hospital in {l} received {n} patients during the night, doctors told reporters.",
      "The town has been without water for {m} days, and repairs are expected to take another week."]
RU = ["{p} заявил в {d}, что при обстреле в {l} погибли не менее {n} человек, ещё {m} получили ранения.",
      "В МИД подтвердили, что делегация примет участие в мирных переговорах в {l}.",
      "По данным, которые привёл {p}, с начала боёв свои дома покинули более {m} семей.",
      "{p} отказался вернуться за стол переговоров, пока не будет снята блокада в {l}.",
      "Магазины в {l} работали, а цена хлеба за неделю выросла на {n} процентов.",
      "Больница в {l} приняла за ночь {n} пациентов, рассказали врачи.",
      "Город остаётся без воды {m} дней, ремонт займёт ещё неделю."]
DAYS = (["Monday", "Tuesday", "Wednesday", "Thursday"], ["понедельник", "вторник", "среду", "четверг"])


def main():
    count = int(sys.argv[1])
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    for number in range(count):
        rng = random.Random(number)
        ru = number % 2
        text, length = [], 0
        while length < size:
            sentence = rng.choice(RU if ru else EN).format(
                p=rng.choice(PEOPLE)[ru], l=rng.choice(PLACES)[ru], d=rng.choice(DAYS[ru]), n=rng.randrange(2, 90), m=rng.randrange(2, 400))
            text.append(sentence + ("\n" if rng.random() < 0.3 else " "))
            length += len(text[-1].encode())
        print(json.dumps({"id": f"d{number:07d}", "text": "".join(text)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
