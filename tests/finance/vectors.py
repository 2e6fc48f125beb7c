"""Makes vectors.csv: 2,000 random cash flows with what independent libraries say of them.

Made with Python 3.11.7, numpy-financial 1.0.0 (net present value) and pyxirr 0.10.8 (internal
rate of return, checked against numpy-financial here), numpy 2.4.6:

    pip install numpy-financial==1.0.0 pyxirr==0.10.8
    python vectors.py > vectors.csv

Columns: discount rate, net present value, internal rate of return (empty where the flow does not
change sign exactly once, for libraries disagree there), amounts with year 0 first.
"""

import random

import numpy_financial
import pyxirr

random.seed(20260201)


def amount():
    size = 10 ** random.uniform(0, 9)
    return round(size, random.choice([0, 2]))


def flow():
    years = random.randint(1, 10)
    kind = random.random()
    if kind < 0.6:
        turn = random.randint(1, years)
        signs = [-1] * turn + [1] * (years + 1 - turn)
    else:
        signs = [random.choice([-1, 1]) for _ in range(years + 1)]
    if kind < 0.45:
        # Amounts of one size, so that the rate is one that a decision could have.
        size = amount()
        return [sign * round(size * random.uniform(0.05, 2), 2) for sign in signs]
    return [sign * amount() for sign in signs]


def changes(flows):
    signs = [value > 0 for value in flows if value != 0]
    return sum(one != next for one, next in zip(signs, signs[1:]))


def rate_of_return(flows):
    if changes(flows) != 1:
        return ""
    found = pyxirr.irr(flows)
    if found is None or not -0.99 < found < 10:
        return ""
    other = numpy_financial.irr(flows)
    assert abs(found - other) < 1e-7, (flows, found, other)
    return repr(float(found))


print("rate,npv,irr,amounts")
for _ in range(2000):
    flows = flow()
    rate = round(random.uniform(0, 1), 4) if random.random() < 0.9 else 0.0
    worth = numpy_financial.npv(rate, flows)
    amounts = " ".join(repr(value) for value in flows)
    print(f"{rate},{float(worth)!r},{rate_of_return(flows)},{amounts}")
