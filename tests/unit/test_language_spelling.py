"""Languages as publishers spell them: one code in an import and in a record, and nothing guessed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.directory.package.nesting import Records
from bot.directory.parsing import readable
from bot.directory.schema import Language
from bot.directory.serialization import terms_of
from bot.directory.spelling.languages import language, tag
from tests.support.package import SOUND, key, lay, opened, read

SPELLINGS = """
en: en EN En eng ENG en-US en_US en-us EN_us eng-US en-Latn-US en_US.UTF-8 English english ENGLISH Inglés English~(US)
es: es ES spa SPA es-MX es_419 es-419 spa-MX Spanish spanish Español español ESPAÑOL Spanish~(Mexico) Castilian
es: Spanish~language
fr: fr fra fre FRE French Français fr_CA Francés
de: de deu ger German Deutsch
fa: fa fas per Farsi Persian
zh: zh zho chi cmn Chinese Mandarin zh-Hant zh_Hans_CN 中文 Chinese~(Mandarin) Mandarin~(Chinese)
yue: yue Cantonese Chinese~(Cantonese)
tl: tl tgl fil Tagalog Filipino
hy: hy hye arm Armenian
sq: sq sqi alb Albanian
eu: eu eus baq
my: my mya bur Burmese
cs: cs ces cze Czech
nl: nl nld dut Dutch
ka: ka kat geo Georgian
el: el ell gre Greek
is: is isl ice
mk: mk mkd mac
mi: mi mri mao
ms: ms msa may
ro: ro ron rum Romanian
sk: sk slk slo
bo: bo bod tib
cy: cy cym wel
he: he heb iw Hebrew
ar: ar ara arb Arabic العربية
vi: vi vie Vietnamese Tiếng~Việt
ht: ht hat Haitian~Creole Kreyòl
ko: ko kor Korean
km: km khm Khmer
lo: lo lao Lao
pa: pa pan Punjabi Panjabi
so: so som Somali
sw: sw swa Swahili
ase: ase ASL American~Sign~Language sgn-US
hmn: hmn Hmong
pt: pt por pt-BR pt_br Portuguese
ru: ru rus Russian Русский
uk: uk ukr Ukrainian
prs: prs Dari
mam: mam
kjb: kjb
"""
"""Code, and its spellings; ~ is a space. With all 20 languages whose code for books (ISO 639-2/B) is another one."""
PAIRS = [
    (said.replace("~", " "), code)
    for code, said_so in (line.split(": ") for line in SPELLINGS.strip().splitlines())
    for said in said_so.split()
]
UNKNOWN = (
    "English/Spanish", "English, Spanish", "en;es", "en,es", "Other", "anglais", "Sign language", "All", "any", "Yes",
    "mul", "und", "NaN", "multiple", "English (Spanish)", "bilingual", "e", "12", "en US", "speak to us",
)  # fmt: skip


@pytest.mark.parametrize(("said", "code"), PAIRS)
def test_every_spelling_of_a_language_is_one_code(said: str, code: str) -> None:
    assert language(said) == code
    assert language(f" {said}\u00a0") == code
    assert Language.model_validate({"id": key(1), "name": "A", "code": said}).code == code


@pytest.mark.parametrize("said", UNKNOWN)
def test_what_is_no_single_language_stays_unknown(said: str, tmp_path: Path) -> None:
    assert language(said) is None
    with pytest.raises(ValueError, match="code"):
        Language.model_validate({"id": key(1), "name": "A", "code": said})
    files = {**SOUND, "languages.csv": f'id,service_id,name,code\n{key(71)},{key(11)},A,"{said}"\n'}
    package, faults = read(lay(tmp_path / "in", files))
    with package:
        assert [fault.column for fault in faults] == ["code"]
        assert [row["code"] for _, row in package.rows("language")] == [said]


@pytest.mark.parametrize(
    ("said", "standard"),
    [("en_us", "en-US"), ("ZH_HANT_tw", "zh-Hant-TW"), ("spa-mx", "es-MX"), ("es_419", "es-419"), ("eng", "en"),
     ("Spanish", "es"), ("pt-br", "pt-BR"), ("sr_latn", "sr-Latn")],
)  # fmt: skip
def test_import_keeps_region_and_script_in_the_standard_form(said: str, standard: str, tmp_path: Path) -> None:
    files = {**SOUND, "languages.csv": f"id,service_id,name,code\n{key(71)},{key(11)},A,{said}\n"}
    with opened(lay(tmp_path / "in", files)) as package:
        assert [row["code"] for _, row in package.rows("language")] == [standard]
    assert tag(standard) == standard


@pytest.mark.parametrize(
    ("raw", "name", "code"),
    [({"name": "Spanish"}, "Spanish", "es"), ({"name": "Español", "code": ""}, "Español", "es"),
     ({"code": "spa"}, "Spanish", "es"), ({"name": "", "code": "VIE"}, "Vietnamese", "vi"),
     ({"code": "zh-Hant"}, "Chinese", "zh"), ({"name": "Our own", "code": "eng"}, "Our own", "en")],
)  # fmt: skip
def test_name_alone_or_code_alone_is_enough(raw: dict[str, str], name: str, code: str, tmp_path: Path) -> None:
    organization = {"id": key(2), "name": "A", "description": "B"}
    record = {"id": key(1), "name": "Desk", "status": "active", "organization": organization}
    path = tmp_path / "records.json"
    path.write_text(json.dumps({**record, "languages": [{"id": key(9), **raw}]}))
    with opened(path) as package:
        [brought] = Records(package).services()
    made = readable(brought, terms_of({}))
    assert made is not None
    assert made.languages == {code}
    assert not [fault for fault in made.faults if fault.field.startswith("languages")]
    assert Language.model_validate({"id": key(9), **raw}).name == name
