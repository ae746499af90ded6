"""What Japanese planners say of a date: 内, まで, 目途, 頃, 早期, から, 順次 ... (DOMAIN 2.4)."""

import re
from dataclasses import replace

from strategy_planner.calendars.coarse_date import (
    CoarseDate,
    open_from,
    span,
    within,
)
from strategy_planner.calendars.context import Context
from strategy_planner.calendars.eras import BY_NAME
from strategy_planner.calendars.japanese import end_of, read_core
from strategy_planner.calendars.windows import Window, middle_of_decade, month_start, months_window
from strategy_planner.calendars.words_alone import Word, read_word_alone

_ERA = "明治|大正|昭和|平成|令和|[MTSHR]"
_YEAR = rf"(?:{_ERA})?(?:\d{{1,4}}|元)"
_TWO_YEARS = re.compile(
    rf"(?P<one>{_YEAR})(?P<unit>年度?)?\((?P<other>{_YEAR})(?:年度?)?\)(?P<after>(?(unit)|年度?))"
)
_TAIL = re.compile(
    r"(?:に|の|で|を|は|へ|、|と|が|予定|実施|開始|着手|公表|策定|完了|達成|実現|決定|施行|成立|改定|"
    r"改正|見直し|取りまとめ|とりまとめ|運用|導入|整備|設置|終了|時点|度中|分|\(|\)|。)[^0-9]*"
)
_AIM = re.compile(r"(?:内|中|まで|以内)?(?:を|に|の|で)?(?:一つの)?(?:目途|目標|目指|目安)")
_ABOUT = re.compile(r"(?:頃|前後|程度|あたり|辺り)")
_EARLY = re.compile(r"の?(?:早期|早々|早い|早く|当初|初頭|初め|始め|はじめ)")
_MIDDLE = re.compile(r"の?(?:半ば|なかば|中頃|中盤)")
_WITHIN = re.compile(r"(?:内|中|まで|以内|いっぱい|一杯|以前|中旬まで)")
_FROM = re.compile(r"(?:から|以降|以来|~)")
_IN_STEPS = re.compile(r"(?:に|から|以降)?(?:、)?順次")
_BEGIN = re.compile(r"(?:に|中に|から|までに|内に)?(?:着手|開始)")

_WORDS: dict[Word, re.Pattern[str]] = {
    "every": re.compile(
        r"毎年度?|毎月|毎週|隔年|半年ごと|"
        r"(?:\d+(?:年|月|か月|ヶ月|カ月|週間?))?(?:四半期)?(?:ごと|毎)(?=に|の|$)"
    ),
    "regularly": re.compile("定期的|随時|適宜|継続的|不断"),
    "at once": re.compile("直ちに|ただちに|即時|即日|すぐ"),
    "urgently": re.compile("早急|至急|速やか|すみやか"),
    "without delay": re.compile("遅滞なく"),
    "soon": re.compile("早期|早く|できるだけ早|可能な限り早|近く"),
    "step by step": re.compile("順次|着手|段階的|逐次"),
}


def read_japanese(written: str, text: str, context: Context) -> CoarseDate | None:
    """The reading of ``text`` (in `japanese_spelling`), None where it is no Japanese date.

    ``written`` is what the planner wrote. Raises ValueError for days that never were.
    """
    text = _with_one_year(text.strip("「」。、")).strip("()")
    alone = read_word_alone(written, text, context, _WORDS)
    return alone or _dated(written, text, context)


def _with_one_year(text: str) -> str:
    """``2030年度(令和12年度)`` and ``令和12(2030)年度`` with the first of the two years.

    Raises ValueError where they are two different years.
    """

    def first_of(found: re.Match[str]) -> str:
        if _western(found["one"]) != _western(found["other"]):
            raise ValueError
        return found["one"] + (found["unit"] or found["after"])

    return _TWO_YEARS.sub(first_of, text)


def _western(year: str) -> int:
    era = BY_NAME.get(year.rstrip("0123456789元"))
    digits = year.lstrip("明治大正昭和平成令MTSHR")
    number = 1 if digits == "元" else int(digits)
    return number if era is None else era.year(number)


def _dated(written: str, text: str, context: Context) -> CoarseDate | None:
    if text.startswith("~"):
        found = read_core(text[1:], context)
        return None if found is None else within(written, found[0], "by", "committed")
    between = _range(written, text, context)
    if between is not None:
        return between
    core = read_core(text, context)
    return None if core is None else _modified(written, core[0], core[1], context)


def _range(written: str, text: str, context: Context) -> CoarseDate | None:
    parts = re.match(r"(?P<first>[^~]+?)(?:~|から)(?P<last>.+)", text)
    if parts is None:
        return None
    start, end = parts["first"], parts["last"]
    part = re.match(r"第?[1-4]四半期|[上下]半?期|[前後]半", end)
    year = re.match(".*?年度?", start)
    if part is not None and year is not None:
        end = year[0] + end
    era = re.match(_ERA, start)
    if era is not None and re.match(r"\d{1,2}年", end):
        end = era[0] + end
    first = _whole_core(_with_unit(start, end), context)
    last = None if first is None else _last_core(end, first, context)
    return None if first is None or last is None else span(written, first, last)


def _whole_core(text: str, context: Context) -> Window | None:
    core = read_core(text, context)
    if core is None:
        return None
    window, rest = core
    if rest == "末":
        return end_of(window, context)
    return window if rest in {"", "度"} else None


def _with_unit(first: str, last: str) -> str:
    """``2020`` of ``2020~2025年度`` has the unit that stands at the end; so has a month."""
    if re.search(r"(?:年|年度)\d{1,2}$", first) and re.match(r"\d{1,2}月", last):
        return f"{first}月"
    if re.fullmatch(rf"(?:{_ERA})?(?:\d{{1,4}}|元)", first):
        unit = re.match(rf"(?:{_ERA})?(?:\d{{1,4}}|元)(年度|年代|年|月)", last)
        if unit is not None:
            return first + unit[1]
    return first


def _last_core(text: str, first: Window, context: Context) -> Window | None:
    """The end of a range; a bare month or day is of the year and month of the start."""
    here = replace(context, reference=first.first)
    day = re.match(r"(\d{1,2})日(.*)", text)
    if day is not None:
        start = first.first
        text = f"{start.year}年{start.month}月{text}"
    month = re.match(r"(\d{1,2})月", text)
    if month is not None and int(month[1]) < first.first.month:
        text = f"{first.first.year + 1}年{text}"
    core = read_core(text, here)
    if core is None:
        return None
    window, rest = core
    if rest.startswith("末"):
        narrowed = end_of(window, context)
        if narrowed is None:
            return None
        window, rest = narrowed, rest[1:]
    fitting = re.fullmatch(
        r"(?:まで|に?かけて|の間|間|中|内|頃|目途)?(?:に|の)?(?:" + _TAIL.pattern + ")?", rest
    )
    return replace(window, warnings=()) if fitting else None


def _modified(written: str, window: Window, rest: str, context: Context) -> CoarseDate | None:
    """The core with what is said of it, None where something else follows."""
    rest = rest.lstrip("(")
    if re.search(r"\d|~.", rest):
        return None
    if re.match("の?(?:末|終わり)", rest):
        narrowed = end_of(window, context)
        after = re.sub("^の?(?:末|終わり)", "", rest)
        return None if narrowed is None else _ending(written, narrowed, after)
    if _EARLY.match(rest):
        return within(written, _early(window, context), "by", "vague")
    if _MIDDLE.match(rest):
        return within(written, _middle(window), "by", "vague")
    return _plainly_modified(written, window, rest)


def _ending(written: str, window: Window, rest: str) -> CoarseDate | None:
    if _AIM.match(rest) or _ABOUT.match(rest):
        return within(written, window, "by", "target")
    if _FROM.match(rest):
        return open_from(written, window)
    if rest in {"", "日"} or _WITHIN.match(rest) or _TAIL.fullmatch(rest):
        return within(written, window, "by", "committed")
    return None


def _plainly_modified(written: str, window: Window, rest: str) -> CoarseDate | None:
    if _AIM.match(rest):
        role = "rolling" if "順次" in rest else "by"
        return within(written, window, role, "target")  # type: ignore[arg-type] # both are roles
    about = _ABOUT.match(rest)
    if about:
        return _about(written, window, rest[about.end() :])
    if _IN_STEPS.match(rest):
        return within(written, window, "rolling", "vague")
    if _BEGIN.match(rest):
        return within(written, window, "start_by", "plain")
    if _FROM.match(rest):
        return open_from(written, window)
    if _WITHIN.match(rest):
        return within(written, window, "by", "committed")
    if not rest or _TAIL.fullmatch(rest):
        return within(written, window, "at", "plain")
    return None


def _about(written: str, window: Window, after: str) -> CoarseDate:
    if _IN_STEPS.match(after):
        return within(written, window, "rolling", "target")
    if _FROM.match(after):
        return replace(open_from(written, window), firmness="target", convention=True)
    return within(written, window, "by", "target")


def _early(window: Window, context: Context) -> Window:
    """早期: the first months of a year, the first third of anything else."""
    if window.precision in {"year", "fiscal_year"}:
        months = context.months("early_months")
        end = month_start(window.first.year, window.first.month + months)
        last = min(window.last, end.fromordinal(end.toordinal() - 1))
        return replace(window, last=last, precision="year_early", convention=True)
    if window.precision == "decade":
        return replace(
            window, last=window.first.replace(year=window.first.year + 2, month=12, day=31),
            convention=True,
        )  # fmt: skip
    days = max(1, ((window.last - window.first).days + 1) // 3)
    return replace(
        window, last=window.first.fromordinal(window.first.toordinal() + days - 1),
        convention=True,
    )  # fmt: skip


def _middle(window: Window) -> Window:
    """半ば: the middle six months of a year, the middle third of anything else."""
    if window.precision in {"year", "fiscal_year"}:
        middle = months_window(window.first.year, window.first.month + 3, 6, "half")
        return replace(middle, convention=True, warnings=window.warnings)
    if window.precision == "decade":
        return middle_of_decade(window)
    third = ((window.last - window.first).days + 1) // 3
    return replace(
        window, first=window.first.fromordinal(window.first.toordinal() + third),
        last=window.last.fromordinal(window.last.toordinal() - third), convention=True,
    )  # fmt: skip
