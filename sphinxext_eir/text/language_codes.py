"""Codes of languages, as libraries have them."""

from __future__ import annotations

_PAIRS = """
aa aar af afr ak aka am amh ar ara as asm az aze be bel bg bul bn ben bo tib br bre bs bos ca cat co cos cs
cze cy wel da dan de ger el gre en eng eo epo es spa et est eu baq fa per fi fin fo fao fr fre fy fry ga gle
gd gla gl glg gn grn gu guj ha hau he heb hi hin hr hrv ht hat hu hun hy arm id ind ig ibo is ice it ita ja
jpn jv jav ka geo kk kaz km khm kn kan ko kor ks kas ku kur ky kir la lat lb ltz ln lin lo lao lt lit lv lav
mg mlg mi mao mk mac ml mal mn mon mr mar ms may mt mlt my bur nb nob ne nep nl dut nn nno no nor oc oci om
orm or ori pa pan pl pol ps pus pt por qu que ro rum ru rus rw kin sa san sd snd si sin sk slo sl slv so som
sq alb sr srp su sun sv swe sw swa ta tam te tel tg tgk th tha ti tir tk tuk tl tgl tn tsn tr tur tt tat ug
uig uk ukr ur urd uz uzb vi vie wo wol xh xho yi yid yo yor zh chi zu zul
"""

BIBLIOGRAPHIC: dict[str, str] = dict(zip(_PAIRS.split()[::2], _PAIRS.split()[1::2], strict=True))
"""Language → its code for bibliographies (ISO 639-1, 639-2/B): ``de`` → ``ger``."""
