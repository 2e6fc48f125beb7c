"""Makes reference.jsonl: random decisions and their cases, reckoned year by year from the format's
page "What the money fields mean", without any of the project's code. Python 3.11.7, nothing else:

    python reference.py > reference.jsonl

Each line is an object: the decision, and for every case the figures it should have.
"""

import json
import random

random.seed(7)


def reckon(decision):
    money = decision.get("money", {})
    years = money.get("horizon_years", 3)
    rate = money.get("discount_rate", 0.10)
    wages = 1 + money.get("wage_growth", 0)
    per_engineer = money.get("cost_per_engineer")
    build = decision.get("build")

    def empty():
        return [0.0] * (years + 1)

    def add_lines(option, lines):
        for line in lines:
            cost = line["kind"] == "cost"
            factor = 1 + line.get("risk", 0) if cost else 1 - line.get("risk", 0)
            for year, amount in enumerate(line["amounts"]):
                option["costs" if cost else "benefits"][year] += amount * factor

    def paid(engineers):
        # Nobody costs nothing, whatever an engineer would cost.
        if engineers is None or (per_engineer is None and engineers > 0):
            return None
        return engineers * (per_engineer or 0)

    def ramp(shares, year):
        if not shares:
            return 1
        return shares[min(year, len(shares)) - 1]

    def built():
        option = {"name": "Build", "costs": empty(), "benefits": empty(), "people": empty(),
                  "engineers": build.get("engineers"), "leave": 0, "known": True}
        option["costs"][0] += build.get("one_off", 0)
        people = build.get("annual_people_cost")
        if people is None:
            people = paid(build.get("engineers"))
        option["known"] = people is not None or bool(build.get("lines"))
        option["has_people"] = people is not None
        for year in range(1, years + 1):
            option["people"][year] = (people or 0) * wages ** (year - 1)
            option["costs"][year] += option["people"][year] + build.get("annual_other", 0)
            option["benefits"][year] += build.get("annual_value", 0) * ramp(build.get("ramp"), year)
        add_lines(option, build.get("lines", []))
        return option

    def bought(alternative):
        option = {"name": alternative["name"], "costs": empty(), "benefits": empty(),
                  "people": empty(), "engineers": 0, "has_people": False, "leave": 0,
                  "alternative": alternative}
        price, growth = alternative.get("annual_cost"), 1 + alternative.get("price_escalator", 0)
        if price is None and "per_seat" in alternative:
            price = alternative["per_seat"] * alternative["seats"]
            growth *= 1 + alternative.get("seat_growth", 0)
        option["known"] = price is not None or bool(alternative.get("lines"))
        option["costs"][0] += alternative.get("one_off", 0)
        for year in range(1, years + 1):
            option["costs"][year] += (price or 0) * growth ** (year - 1)
        option["costs"][years] += alternative.get("exit_cost", 0)
        option["leave"] = alternative.get("exit_cost", 0) if years == 1 else 0
        add_lines(option, alternative.get("lines", []))
        return option

    def hybrid(alternative):
        option = bought(alternative)
        option["name"] = alternative["name"] + " and our own"
        option["engineers"] = alternative.get("engineers")
        people = paid(option["engineers"])
        option["known"] = option["known"] and people is not None
        option["has_people"] = people is not None
        for year in range(1, years + 1):
            option["people"][year] = (people or 0) * wages ** (year - 1)
            option["costs"][year] += option["people"][year]
        if build:
            earned = built()["benefits"]
            option["benefits"] = [mine + kept for mine, kept in zip(option["benefits"], earned)]
        return option

    options = [built()] if build is not None else []
    options += [bought(alternative) for alternative in decision["alternatives"]]
    if any(c["hard_to_replicate"] and c["matters_to_customers"] for c in decision["components"]):
        options += [hybrid(alternative) for alternative in decision["alternatives"]]
    options.append({"name": "Nothing", "costs": empty(), "benefits": empty(), "people": empty(),
                    "engineers": 0, "has_people": False, "leave": 0, "known": True})
    wanted = money.get("baseline", "build" if build is not None else "nothing")
    wanted = {"build": "Build", "nothing": "Nothing"}.get(wanted, wanted)
    base = next(option for option in options if option["name"] == wanted)

    def worth(flows):
        return sum(flow / (1 + rate) ** year for year, flow in enumerate(flows))

    def opportunities(freed, missed):
        left, flows, annual = freed, empty(), 0.0
        ranked = []
        for opportunity in decision.get("opportunities", []):
            need = opportunity.get("engineers", (build or {}).get("engineers"))
            if "annual_value" not in opportunity or not need:
                continue
            value = opportunity["annual_value"] * opportunity.get("margin", 1)
            value *= opportunity.get("likelihood", 1)
            ranked.append((value / need, need, value, opportunity.get("ramp")))
        for _, need, value, shares in sorted(ranked, key=lambda one: -one[0]):
            share = min(left, need) / need
            left -= min(left, need)
            annual += value * share
            for year in range(1, years + 1):
                there = 1 - missed if year == 1 else 1
                flows[year] += value * share * ramp(shares, year) * there
        return bool(ranked), annual, flows

    cases = []
    for option in options:
        if option is base:
            continue
        case = {"option": option["name"], "against": base["name"], "npv": None, "roi": None,
                "annual_saving": None, "engineers_freed": None, "npv_redeployed": None}
        if base["engineers"] is not None and option["engineers"] is not None:
            case["engineers_freed"] = base["engineers"] - option["engineers"]
        cases.append(case)
        if not (option["known"] and base["known"]):
            continue
        alternative = option.get("alternative", {})
        overlap = alternative.get("overlap_months", 0) / 12
        if alternative and base.get("alternative") is alternative:
            overlap = 0
        costs = list(option["costs"])
        costs[1] += base["costs"][1] * overlap
        if base["name"] == "Build":
            costs[0] += build.get("exit_cost", 0)
        freed = case["engineers_freed"]
        frees = freed > 0 if freed is not None else base["people"][1] > option["people"][1]
        release = money.get("release_cost", 0) if frees else 0
        kept = list(costs)
        costs[0] += release
        gains = [b + c - f for b, c, f in zip(option["benefits"], base["costs"], base["benefits"])]
        case["npv"] = worth([g - c for g, c in zip(gains, costs)])
        if worth(costs) > 0:
            case["roi"] = case["npv"] / worth(costs)
        case["annual_saving"] = (base["costs"][1] - base["leave"]) - (option["costs"][1] - option["leave"])
        if freed is not None and freed > 0 and base["has_people"]:
            any_, annual, earned = opportunities(freed, overlap)
            if any_:
                share = freed / base["engineers"]
                flows = [g - c for g, c in zip(gains, kept)]
                for year in range(1, years + 1):
                    flows[year] += earned[year] - base["people"][year] * share
                flows[1] += base["people"][1] * share * overlap
                case["npv_redeployed"] = worth(flows)
                case["opportunity_annual"] = annual
    return cases


def maybe(chance, value):
    return value() if random.random() < chance else None


def given(**fields):
    return {name: value for name, value in fields.items() if value is not None}


def money(low, high):
    return round(random.uniform(low, high), 2)


def lines(years):
    return [
        given(name=f"Line {at}", kind=random.choice(["cost", "benefit"]),
              amounts=[money(0, 3e5) for _ in range(years + 1)],
              risk=maybe(0.5, lambda: round(random.random(), 2)))
        for at in range(random.randint(1, 3))
    ]


def alternative(at, years):
    by_seat = random.random() < 0.4
    priced = random.random() < 0.9
    return given(
        name=f"Vendor {at}",
        annual_cost=money(0, 5e5) if priced and not by_seat else None,
        per_seat=money(1, 900) if priced and by_seat else None,
        seats=random.randint(1, 400) if priced and by_seat else None,
        price_escalator=maybe(0.5, lambda: round(random.uniform(-0.1, 0.2), 3)),
        seat_growth=maybe(0.5, lambda: round(random.uniform(-0.1, 0.3), 3)),
        one_off=maybe(0.6, lambda: money(0, 4e5)),
        engineers=maybe(0.8, lambda: random.choice([0, 1, 1.5, 2, 4])),
        overlap_months=maybe(0.5, lambda: random.randint(0, 12)),
        exit_cost=maybe(0.5, lambda: money(0, 1e5)),
        lines=maybe(0.3, lambda: lines(years)),
    )


def ramp():
    return [round(random.random(), 2) for _ in range(random.randint(1, 6))]


def random_decision(at):
    years = random.randint(1, 10)
    vendors = [alternative(place, years) for place in range(random.randint(0, 3))]
    building = random.random() < 0.85
    names = (["build"] if building else []) + ["nothing"] + [vendor["name"] for vendor in vendors]
    return given(
        id=f"random-{at}", title="Random", as_of="2026-01-01", currency="USD",
        components=[{"name": "It", "hard_to_replicate": random.random() < 0.7, "matters_to_customers": True}],
        alternatives=vendors,
        money=given(
            horizon_years=years,
            discount_rate=random.choice([0, 0.08, 0.1, 0.25, 1]),
            cost_per_engineer=maybe(0.85, lambda: money(5e4, 3e5)),
            wage_growth=maybe(0.5, lambda: round(random.uniform(0, 0.1), 3)),
            release_cost=maybe(0.5, lambda: money(0, 3e5)),
            baseline=maybe(0.4, lambda: random.choice(names)),
        ),
        build=given(
            engineers=maybe(0.85, lambda: random.choice([0, 1, 3, 8, 12.5])),
            annual_people_cost=maybe(0.3, lambda: money(0, 2e6)),
            one_off=maybe(0.5, lambda: money(0, 1e6)),
            annual_other=maybe(0.5, lambda: money(0, 2e5)),
            annual_value=maybe(0.5, lambda: money(0, 2e6)),
            ramp=maybe(0.5, ramp),
            exit_cost=maybe(0.5, lambda: money(0, 2e5)),
            lines=maybe(0.3, lambda: lines(years)),
        ) if building else None,
        opportunities=[
            given(name=f"Opportunity {place}", annual_value=maybe(0.9, lambda: money(0, 5e6)),
                  engineers=maybe(0.6, lambda: random.choice([0.5, 1, 4, 20])),
                  margin=maybe(0.5, lambda: round(random.random(), 2)),
                  likelihood=maybe(0.5, lambda: round(random.random(), 2)),
                  ramp=maybe(0.4, ramp))
            for place in range(random.randint(0, 5))
        ],
    )


for at in range(300):
    decision = random_decision(at)
    print(json.dumps({"decision": decision, "cases": reckon(decision)}))
