"""What a simulated figure rests on, in words: said beside every figure."""

from strategy_planner.analysis.simulation.precision import standard_error
from strategy_planner.analysis.simulation.terms import Terms
from strategy_planner.analysis.simulation.uncertainty import Uncertainty
from strategy_planner.language import message_plural, say
from strategy_planner.model.plan import Plan
from strategy_planner.model.quick_ranges import name_of_range
from strategy_planner.model.words import CHOICE_MODES, DISTRIBUTIONS


def terms_in_words(terms: Terms, chances: list[float], language: str) -> list[str]:
    """Runs, seed, distribution, choices, the standard error of ``chances``, and independence."""
    lines = [
        say(
            "{count} runs, seed {seed}. Durations: {distribution}. Open choices: {choices}.",
            language,
            count=f"{terms.samples:,}",
            seed=terms.seed,
            distribution=DISTRIBUTIONS[terms.distribution].into(language),
            choices=CHOICE_MODES[terms.choices].into(language),
        )
    ]
    if chances:
        error = max(standard_error(chance, terms.samples) for chance in chances)
        lines.append(
            say(
                "Standard error of the chances: up to {points} percentage points; "
                "digits below it are not shown.",
                language,
                points=_one_digit(100 * error),
            )
        )
    lines.append(
        say(
            "It is assumed that all draws are independent of each other; a cause that delays "
            "several items at once counts only where a risk names it.",
            language,
        )
    )
    return lines


def _one_digit(value: float) -> str:
    """The first digit that says something, without an exponent: 0.4, 20."""
    return f"{float(f'{value:.1g}'):g}"


def what_is_uncertain(plan: Plan, drawn: Uncertainty, language: str) -> list[str]:
    """What is drawn in every run, or that nothing is."""
    if drawn.is_none:
        return [
            say(
                "Nothing in this plan is uncertain: no item has three durations or a chance of "
                "success, and no risk a likelihood and a delay. Every run is the same.",
                language,
            )
        ]
    said = say(
        "Drawn in every run: {durations}, {successes}, {risks}.",
        language,
        durations=message_plural("{count} duration", "{count} durations", len(drawn.estimates))
        .into(language),
        successes=message_plural(
            "{count} chance of success", "{count} chances of success", len(drawn.success)
        ).into(language),
        risks=message_plural("{count} risk", "{count} risks", len(drawn.risks)).into(language),
    )  # fmt: skip
    return [said, *ranges_in_words(plan, drawn, language)]


def ranges_in_words(plan: Plan, drawn: Uncertainty, language: str) -> list[str]:
    """How many durations come from quick ranges, and which range is used how often."""
    if not drawn.ranged:
        return []
    lines = [
        message_plural(
            "{count} of the durations has no estimate of its own and is drawn from a quick range.",
            "{count} of the durations have no estimates of their own and are drawn from quick "
            "ranges.",
            len(drawn.ranged),
        ).into(language)
    ]
    for one in dict.fromkeys(drawn.ranged.values()):
        items = sum(used == one for used in drawn.ranged.values())
        lines.append(
            "  " + say(
                "{name}: {low} to {high}, {items}", language,
                name=name_of_range(plan, one, language),
                low=shown_share(one.low), high=shown_share(one.high),
                items=message_plural("{count} item", "{count} items", items).into(language),
            )
        )  # fmt: skip
    return lines


def shown_share(share: float) -> str:
    """A share with its sign: −20 %, +80 %."""
    sign = "−" if share < 0 else "+"
    return f"{sign}{abs(100 * share):g} %"
