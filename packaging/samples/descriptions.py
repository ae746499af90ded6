"""What an item says: quotes as they are, and what was read out of them in both languages."""

from samples.facts import Facts
from samples.languages import Json, Text, joined, text

_OKU_YEN_IN_BILLION = 10


def quotes(item: Json) -> list[str]:
    """The item's quotes from the deck."""
    quoted = item["text_ja"]
    return [quoted] if isinstance(quoted, str) else list(quoted)


def description(facts: Facts, item: Json) -> Text:
    """The quotes, which are not translated, and what was read out of them."""
    quoted = quotes(item)
    if item.get("rationale_ja"):
        why = text(f"なぜ：{item['rationale_ja']}", f"Why: {item['rationale_en']}")
        strength = text(f"強み：{item['strength_ja']}", f"Strength: {item['strength_en']}")
        read = joined([why, strength])
        return text(f"{quoted[0]}\n{read['ja']}", read["en"])
    lines: list[Text] = [{"ja": quote} for quote in quoted]
    if item.get("current_state_ja"):
        today = facts.word("values", item["current_state_ja"])
        lines.append(text(f"現行：{today['ja']}", f"Today: {today['en']}"))
    lines += amounts(facts, item)
    return joined(lines)


def amounts(facts: Facts, item: Json) -> list[Text]:
    """A trend's budget and observations: told, never a cost of this plan."""
    lines = []
    if budget := item["budget"]:
        about = facts.word("values", budget["qualifier"])
        amount, years = budget["amount_oku_yen"], budget["period_years"]
        ja, en = (
            f"投資額：{about['ja']}{amount:,}億円",
            (f"Investment: {about['en']} {amount / _OKU_YEN_IN_BILLION:g} billion yen"),
        )
        if years:
            ja, en = f"{ja}（{years}年間）", f"{en} over {years} years"
        if budget["excludes"]:
            but = facts.word("values", budget["excludes"])
            ja, en = f"{ja}（{but['ja']}を除く）", f"{en} (excluding {but['en']})"
        lines.append(text(ja, en))
    for seen in item.get("observations") or ():
        name, about = facts.word("values", seen["name_ja"]), facts.word("values", seen["qualifier"])
        lines.append(
            text(
                f"{name['ja']}：{seen['value']}{about['ja']}",
                f"{name['en']}: {about['en'].split(' (')[0]} {seen['value']}",
            )
        )
    return lines
