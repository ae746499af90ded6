"""How far a duration spreads: the standard deviation of an estimate."""

import math

from strategy_planner.analysis.simulation.lengths import DAYS_IN
from strategy_planner.analysis.simulation.terms import Distribution
from strategy_planner.analysis.simulation.uncertainty import ThreePoints


def standard_deviation(points: ThreePoints, distribution: Distribution) -> float:
    """In calendar days on average.

    Beta-PERT: √((μ − a)(b − μ)/7) with μ = (a + 4m + b)/6, from α + β = 6 (SEMANTICS 6.2);
    triangular: √((a² + m² + b² − ab − am − bm)/18) (DOMAIN 2.5).
    """
    least, likely, greatest = points.least, points.likely, points.greatest
    if distribution == "beta-pert":
        mean = (least + 4 * likely + greatest) / 6
        variance = (mean - least) * (greatest - mean) / 7
    else:
        squares = least**2 + likely**2 + greatest**2
        variance = (squares - least * greatest - least * likely - greatest * likely) / 18
    return math.sqrt(variance) * DAYS_IN[points.family]
