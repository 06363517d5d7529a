"""Writes a roster of invented persons: `roster_file.py plain|quoted|malformed ROWS FILE`.

The same arguments give the same bytes. Rows come in random order of their 63,505 groups (commune and
group); of `malformed`, one row in 100,000 is wrong in one of seven ways.
"""

import random
import sys

GROUPS = 63_505
NAMES = ["gia-dinh", "dong-ho", "cong-dong", "can-bo-xa", "can-bo-huyen", "can-bo-tinh"]
HEADINGS = [
    "Mã huyện", "Mã xã", "Họ tên", "Mã định danh", "Năm sinh", "Nhóm", "Danh hiệu", "Kỹ năng số",
    "Thành thạo", "Trạng thái", "Ngày công nhận",
]
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"]
MIDDLE = ["Văn", "Thị", "Hữu", "Ngọc"]
GIVEN = ["An", "Bình", "Châu", "Dũng", "Hạnh", "Khánh", "Lan", "Minh", "Phúc", "Thảo"]
MALFORMED = 100_000


def cells(values, quoted):
    if not quoted:
        return ",".join(values)
    return ",".join('"' + value.replace('"', '""') + '"' for value in values)


def beginnings(chance, quoted):
    """District, commune and the sign before the name, for each commune."""
    codes = sorted(chance.sample(range(1, 32_250), (GROUPS + 5) // 6))
    return [cells([f"{code // 45:03}", f"{code:05}"], quoted) + "," for code in codes]


def names(chance, quoted):
    found = []
    for number in range(4096):
        name = " ".join(map(chance.choice, (FAMILY, MIDDLE, GIVEN)))
        if quoted and number % 16 == 0:
            name += ', tức "Tư"'
        found.append(cells([name], quoted) + (',"' if quoted else ","))
    return found


def endings(chance, quoted):
    """Year, group and what follows, for each group."""
    found = []
    for name in NAMES:
        rows = []
        for _ in range(4096):
            flags = [str(chance.getrandbits(1)) for _ in range(3)]
            is_recognised = chance.random() < 0.4
            status = "công nhận" if is_recognised else chance.choice(["", "đang xét"])
            day = f"20{chance.randint(20, 22)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            values = [str(chance.randint(1930, 2010)), name, *flags, status]
            values.append(day if is_recognised else "")
            rows.append(('",' if quoted else ",") + cells(values, quoted) + "\n")
        found.append(rows)
    return found


def malformed(kind, row):
    values = row.rstrip("\n").split(",")
    if kind == 0:
        values.pop()
    elif kind == 1:
        values.append("x")
    else:
        place, value = [(1, ""), (4, "1875"), (5, "hoc-sinh"), (6, "có lẽ"), (10, "2022-02-30")][
            kind - 2
        ]
        values[place] = value
    return ",".join(values) + "\n"


def main(kind, rows, path):
    quoted = kind == "quoted"
    chance = random.Random(2022)
    first, middle, last = (make(chance, quoted) for make in (beginnings, names, endings))
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(cells(HEADINGS, quoted) + "\n")
        for start in range(0, rows, 100_000):
            part = []
            for number in range(start, min(start + 100_000, rows)):
                bits = chance.getrandbits(64)
                commune, group = divmod((bits & 0xFFFFFFFF) * GROUPS >> 32, 6)
                person = (number * 618_033_988_749 + 7) % 1_000_000_000_000
                part.append(
                    f"{first[commune]}{middle[bits >> 32 & 4095]}{person:012}"
                    f"{last[group][bits >> 44 & 4095]}"
                )
            if kind == "malformed":
                part[len(part) // 2] = malformed(start // 100_000 % 7, part[len(part) // 2])
            file.write("".join(part))


main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
